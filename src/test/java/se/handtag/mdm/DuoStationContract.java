package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The reading half of the API contract, against any server: by default the one that the system properties
 * {@code duostation.url}, {@code duostation.username} and {@code duostation.password} name. Reads only, so it may be run
 * against an MDM in use; what that MDM does not have is skipped. The other half is {@link DuoStationWritingContract}.
 *
 * <p>A test of another server extends it and overrides {@link #settings()}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DuoStationContract {
    private static final int NOBODY = 2_000_000_001;

    private @Nullable Mdm opened;

    /** Where to go, and with which login. */
    protected MdmSettings settings() {
        return MdmSettings.of(
                URI.create(System.getProperty("duostation.url", "")),
                System.getProperty("duostation.username", ""),
                System.getProperty("duostation.password", ""));
    }

    @BeforeAll
    void open() {
        opened = new Mdm(settings());
    }

    @AfterAll
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    final <T> T area(Class<T> type) {
        return Objects.requireNonNull(opened).area(type);
    }

    /** The document does not say with which status an unknown id is answered. */
    static void knowsNoSuch(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfAny(MdmException.NotFound.class, MdmException.Refused.class);
    }

    private Device someDevice() {
        try (Stream<Device> all = area(Devices.class).all()) {
            Device first = all.filter(device -> device.serialNumber() != null && device.userId() != null)
                    .findFirst()
                    .orElse(null);
            assumeTrue(first != null, "no device that has a serial number and a user");
            return Objects.requireNonNull(first);
        }
    }

    private User someUser() {
        try (Stream<User> all = area(Users.class).all()) {
            User first = all.filter(user -> user.id() != null && user.email() != null && user.groupId() != null)
                    .findFirst()
                    .orElse(null);
            assumeTrue(first != null, "no user that has an email address and a group");
            return Objects.requireNonNull(first);
        }
    }

    private static <T> T first(List<T> all) {
        assumeFalse(all.isEmpty(), "none there");
        return all.getFirst();
    }

    @Test
    void the_probe_is_content() {
        assertThat(new CallingProbe(area(Groups.class)).probe())
                .isEqualTo(new MdmProbe.Finding(MdmProbe.Kind.GOOD, "The MDM answers."));
    }

    @Test
    void a_login_that_nobody_has_is_unauthorised() throws IOException {
        MdmSettings good = settings();
        try (Mdm stranger = new Mdm(MdmSettings.of(good.url(), "handtag-" + UUID.randomUUID(), "wrong"))) {
            assertThatThrownBy(() -> stranger.area(Groups.class).all()).isInstanceOf(MdmException.Unauthorised.class);
        }
    }

    @Test
    void g1_g2_every_group_is_found_by_its_id() {
        Group group = first(area(Groups.class).all());
        assertThat(area(Groups.class).get(Objects.requireNonNull(group.id()))).isEqualTo(group);
        knowsNoSuch(() -> area(Groups.class).get(new GroupId(NOBODY)));
    }

    @Test
    void g3_a_group_is_found_by_its_path_with_either_separator() {
        List<Group> all = area(Groups.class).all();
        Group child = all.stream()
                .filter(group -> group.name() != null && isUnique(group, all) && parent(group, all) != null)
                .filter(group -> isUnique(Objects.requireNonNull(parent(group, all)), all))
                .filter(group -> isUnder(Objects.requireNonNull(parent(group, all)), 0))
                .findFirst()
                .orElse(null);
        assumeTrue(child != null, "no group on the second level with a name of its own");
        String parent = Objects.requireNonNull(parent(Objects.requireNonNull(child), all))
                .name();

        assertThat(area(Groups.class).atPath(parent + "/" + child.name()).id()).isEqualTo(child.id());
        assertThat(area(Groups.class).atPath(parent + "\\" + child.name()).id()).isEqualTo(child.id());
        knowsNoSuch(() -> area(Groups.class).atPath(parent + "/finns inte åäö %2F +"));
    }

    private static boolean isUnique(Group group, List<Group> all) {
        return all.stream()
                                .filter(each -> Objects.equals(each.name(), group.name()))
                                .count()
                        == 1
                && !Objects.requireNonNullElse(group.name(), "/").matches(".*[/\\\\].*");
    }

    private static boolean isUnder(Group group, int parent) {
        return new GroupId(parent).equals(group.parentId());
    }

    private static @Nullable Group parent(Group group, List<Group> all) {
        return all.stream()
                .filter(each -> each.id() != null && each.id().equals(group.parentId()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void u1_u2_every_user_is_found_by_its_id() {
        User user = someUser();
        assertThat(area(Users.class).get(Objects.requireNonNull(user.id())).name())
                .isEqualTo(user.name());
        knowsNoSuch(() -> area(Users.class).get(new UserId(NOBODY)));
    }

    @Test
    void u3_a_user_is_found_by_what_is_known_in_any_combination() {
        User user = someUser();
        UserQuery email = new UserQuery().email(Objects.requireNonNull(user.email()));
        UserQuery group = new UserQuery().groupId(Objects.requireNonNull(user.groupId()));

        assertThat(area(Users.class).find(email)).extracting(User::id).contains(user.id());
        assertThat(area(Users.class).find(group)).extracting(User::id).contains(user.id());
        assertThat(area(Users.class).find(email.groupId(user.groupId())))
                .extracting(User::id)
                .contains(user.id());
        assertThat(area(Users.class).find(email.groupId(new GroupId(NOBODY)))).isEmpty();
        assertThat(area(Users.class).find(new UserQuery().email("finns+inte å@fjallrav.invalid")))
                .isEmpty();
        assertThat(area(Users.class).find(new UserQuery().phoneNumber("+46 000")))
                .isEmpty();
        assertThat(area(Users.class).find(new UserQuery().account("finns-inte")))
                .isEmpty();
        assertThat(area(Users.class).find(new UserQuery().tagId(new TagId(NOBODY))))
                .isEmpty();
    }

    @Test
    void d1_d2_every_device_is_found_by_its_id() {
        Device device = someDevice();
        assertThat(area(Devices.class).get(device.id()).serialNumber()).isEqualTo(device.serialNumber());
        knowsNoSuch(() -> area(Devices.class).get(new DeviceId(new UUID(1, 1))));
    }

    @Test
    void d3_a_device_is_found_by_what_is_known_in_any_combination() {
        Device device = someDevice();
        DeviceQuery serial = new DeviceQuery().serialNumber(Objects.requireNonNull(device.serialNumber()));
        UserId owner = Objects.requireNonNull(device.userId());

        assertThat(area(Devices.class).find(serial)).extracting(Device::id).contains(device.id());
        assertThat(area(Devices.class).find(new DeviceQuery().userId(owner)))
                .extracting(Device::id)
                .contains(device.id());
        assertThat(area(Devices.class).find(serial.userId(owner)))
                .extracting(Device::id)
                .contains(device.id());
        assertThat(area(Devices.class).find(serial.userId(new UserId(NOBODY)))).isEmpty();
        assertThat(area(Devices.class).find(new DeviceQuery().serialNumber("FINNS INTE")))
                .isEmpty();
        assertThat(area(Devices.class).find(new DeviceQuery().accountName("finns-inte")))
                .isEmpty();
        assertThat(area(Devices.class).find(new DeviceQuery().groupId(new GroupId(NOBODY))))
                .isEmpty();
        assertThat(area(Devices.class).find(new DeviceQuery().tagId(new TagId(NOBODY))))
                .isEmpty();
    }

    @Test
    void t1_t2_every_tag_is_found_by_its_id() {
        Tag tag = first(area(Tags.class).all());
        assertThat(area(Tags.class).get(Objects.requireNonNull(tag.id()))).isEqualTo(tag);
        knowsNoSuch(() -> area(Tags.class).get(new TagId(NOBODY)));
    }

    @Test
    void dt1_dt2_dt3_a_devices_tags_are_found() {
        DeviceTag link = first(area(DeviceTags.class).all());
        assertThat(area(DeviceTags.class).get(Objects.requireNonNull(link.id())))
                .isEqualTo(link);
        assertThat(area(DeviceTags.class).find(new DeviceTagQuery().deviceId(Objects.requireNonNull(link.deviceId()))))
                .contains(link);
        assertThat(area(DeviceTags.class).find(new DeviceTagQuery().serialNumber("FINNS INTE")))
                .isEmpty();
        knowsNoSuch(() -> area(DeviceTags.class).get(new DeviceTagId(NOBODY)));
    }

    @Test
    void ut1_ut2_ut3_a_users_tags_are_found() {
        UserTag link = first(area(UserTags.class).all());
        assertThat(area(UserTags.class).get(Objects.requireNonNull(link.id()))).isEqualTo(link);
        assertThat(area(UserTags.class).find(new UserTagQuery().userId(Objects.requireNonNull(link.userId()))))
                .contains(link);
        assertThat(area(UserTags.class).find(new UserTagQuery().email("finns-inte@fjallrav.invalid")))
                .isEmpty();
        knowsNoSuch(() -> area(UserTags.class).get(new UserTagId(NOBODY)));
    }

    @Test
    void a1_a2_every_app_is_found_by_its_id() {
        App app = first(area(Apps.class).all());
        assertThat(area(Apps.class).get(Objects.requireNonNull(app.id())).packageId())
                .isEqualTo(app.packageId());
        knowsNoSuch(() -> area(Apps.class).get(new AppId(NOBODY)));
    }
}
