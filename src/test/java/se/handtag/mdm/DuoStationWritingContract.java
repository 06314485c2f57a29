package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The whole API contract, reading and writing. Runs its writing part only with {@code duostation.write=true}; it then
 * adds groups, users and tags, deletes them again, and leaves one app behind, since the API cannot delete apps. Commands
 * are sent only to the device that {@code duostation.device} names: <b>that device is wiped</b>.
 */
public abstract class DuoStationWritingContract extends DuoStationContract {
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** Whether this server may be written to. */
    protected boolean mayWrite() {
        return Boolean.getBoolean("duostation.write");
    }

    /** A device that may be given away, locked, wiped; null: none. */
    protected @Nullable DeviceId expendable() {
        String id = System.getProperty("duostation.device");
        return id == null ? null : DeviceId.of(id);
    }

    private void refuses(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfAny(MdmException.Refused.class, MdmException.Unavailable.class);
    }

    private GroupId group(String name, @Nullable GroupId parent) {
        NewGroup group = new NewGroup(name + " åäö " + mark);
        return area(Groups.class).add(parent == null ? group : group.parentId(parent));
    }

    @Test
    void g4_g5_g6_groups_are_added_renamed_and_deleted_from_the_leaves() {
        assumeTrue(mayWrite());
        Groups groups = area(Groups.class);
        GroupId parent = group("Kontrakt", null);
        GroupId child = group("Lager", parent);

        assertThat(groups.get(child).parentId()).isEqualTo(parent);
        assertThat(groups.atPath("Kontrakt åäö " + mark + "\\Lager åäö " + mark).id())
                .isEqualTo(child);
        assertThat(groups.atPath("Kontrakt åäö " + mark + "/Lager åäö " + mark).id())
                .isEqualTo(child);
        refuses(() -> groups.delete(parent));
        groups.change(child, new GroupChange("Väst & Öst " + mark));
        assertThat(groups.get(child).name()).isEqualTo("Väst & Öst " + mark);

        groups.delete(child);
        groups.delete(parent);
        knowsNoSuch(() -> groups.get(parent));
    }

    @Test
    void g3_several_groups_at_one_path_are_an_error() {
        assumeTrue(mayWrite());
        GroupId one = group("Tvilling", null);
        GroupId other = group("Tvilling", null);

        assertThatThrownBy(() -> area(Groups.class).atPath("Tvilling åäö " + mark))
                .isInstanceOfAny(MdmException.Ambiguous.class, MdmException.Refused.class);

        area(Groups.class).delete(one);
        area(Groups.class).delete(other);
    }

    @Test
    void u4_u5_u6_users_are_added_changed_in_part_and_deleted() {
        assumeTrue(mayWrite());
        Users users = area(Users.class);
        GroupId group = group("Användare", null);
        String email = "asa+" + mark + "@fjallrav.invalid";
        UserId id = users.add(new NewUser("Åsa Björk " + mark)
                .email(email)
                .phoneNumber("+46 70 " + mark)
                .accountGroup("KONTRAKT")
                .accountName("asa-" + mark)
                .groupId(group)
                .company("Fjällräv")
                .office("Göteborg")
                .department("Lager")
                .position("Truckförare"));

        users.change(id, new UserChange().office("Umeå"));
        User changed = users.get(id);
        assertThat(changed.office()).isEqualTo("Umeå");
        assertThat(changed.email()).isEqualTo(email);
        assertThat(changed.department()).isEqualTo("Lager");
        assertThat(users.find(new UserQuery().email(email).groupId(group)))
                .extracting(User::id)
                .containsExactly(id);
        assertThat(users.find(new UserQuery().account("asa-" + mark)))
                .extracting(User::id)
                .containsExactly(id);
        assertThat(users.find(new UserQuery().phoneNumber("+46 70 " + mark)))
                .extracting(User::id)
                .containsExactly(id);
        refuses(() -> area(Groups.class).delete(group));

        users.delete(id);
        knowsNoSuch(() -> users.get(id));
        area(Groups.class).delete(group);
    }

    @Test
    void t3_t4_t5_ut4_ut5_tags_are_added_changed_linked_to_users_and_deleted() {
        assumeTrue(mayWrite());
        Tags tags = area(Tags.class);
        GroupId group = group("Taggar", null);
        TagId tag = tags.add(new NewTag("Trådlöst " + mark).description("Nät").groupId(group));
        UserId user = area(Users.class).add(new NewUser("Örjan " + mark).groupId(group));

        tags.change(tag, new TagChange().description("Nät för lagret"));
        assertThat(tags.get(tag).name()).isEqualTo("Trådlöst " + mark);
        assertThat(tags.get(tag).description()).isEqualTo("Nät för lagret");
        UserTagId link = area(UserTags.class).add(new NewUserTag(user, tag));
        assertThat(area(UserTags.class).get(link).tagId()).isEqualTo(tag);
        assertThat(area(UserTags.class).find(new UserTagQuery().userId(user)))
                .extracting(UserTag::id)
                .containsExactly(link);
        assertThat(area(Users.class).find(new UserQuery().tagId(tag)))
                .extracting(User::id)
                .containsExactly(user);

        area(UserTags.class).delete(link);
        knowsNoSuch(() -> area(UserTags.class).get(link));
        area(Users.class).delete(user);
        tags.delete(tag);
        knowsNoSuch(() -> tags.get(tag));
        area(Groups.class).delete(group);
    }

    @Test
    void a3_an_app_is_added_once_and_then_updated() {
        assumeTrue(mayWrite());
        AppId added = area(Apps.class).put(app("1.0"));
        AppId updated = area(Apps.class).put(app("1.1"));

        assertThat(updated).isEqualTo(added);
        assertThat(area(Apps.class).get(added).versionText()).isEqualTo("1.1");
    }

    private static NewApp app(String version) {
        return new NewApp(
                "Kontraktsprov",
                "Kan tas bort",
                "Fjällräv",
                "se.handtag.kontraktsprov",
                version,
                1L,
                Platform.ANDROID,
                1_000L,
                Store.PLAY,
                "se.handtag.kontraktsprov",
                null,
                "https://fjallrav.invalid/prov.png");
    }

    @Test
    void dt4_dt5_d4_a_device_is_tagged_and_given_away_and_back() {
        DeviceId device = expendable();
        assumeTrue(mayWrite() && device != null);
        Device before = area(Devices.class).get(Objects.requireNonNull(device));
        GroupId group = Objects.requireNonNull(before.groupId());
        TagId tag = area(Tags.class).add(new NewTag("Kontrakt " + mark).groupId(group));
        UserId user = area(Users.class).add(new NewUser("Lånar " + mark).groupId(group));

        DeviceTagId link = area(DeviceTags.class).add(new NewDeviceTag(device, tag));
        assertThat(area(DeviceTags.class).find(new DeviceTagQuery().deviceId(device)))
                .extracting(DeviceTag::id)
                .contains(link);
        assertThat(area(Devices.class).find(new DeviceQuery().tagId(tag)))
                .extracting(Device::id)
                .containsExactly(device);
        area(DeviceTags.class).delete(link);
        knowsNoSuch(() -> area(DeviceTags.class).get(link));

        area(Devices.class).change(device, new DeviceChange(user));
        assertThat(area(Devices.class).get(device).userId()).isEqualTo(user);
        refuses(() -> area(Users.class).delete(user));
        area(Devices.class).change(device, new DeviceChange(Objects.requireNonNull(before.userId())));
        area(Users.class).delete(user);
        area(Tags.class).delete(tag);
    }

    @Test
    void c1_to_c7_every_command_is_accepted() {
        DeviceId device = expendable();
        assumeTrue(mayWrite() && device != null);
        DeviceCommands commands = area(DeviceCommands.class);
        DeviceId target = Objects.requireNonNull(device);
        AppId app = area(Apps.class).put(app("1.0"));

        commands.send(target, new DeviceCommand.Inventory());
        commands.send(target, new DeviceCommand.InstallApp(app, false));
        commands.send(target, new DeviceCommand.RemoveApp("se.handtag.kontraktsprov"));
        commands.send(target, new DeviceCommand.Lock());
        commands.send(target, new DeviceCommand.SendMessage("Hej från kontraktet åäö 🦊"));
        commands.send(target, new DeviceCommand.ClearPasscode());
        commands.send(target, new DeviceCommand.Wipe());
        knowsNoSuch(() -> commands.lockDevice(new DeviceId(new UUID(1, 1))));
    }
}
