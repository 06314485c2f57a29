package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.catalogue.Configuration;
import se.handtag.devices.MdmUser;
import se.handtag.identity.Role;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;

/** The facts, their values and the page that explains them. */
class FactsTest {
    private static final Subject PHONE = new Subject.OfDevice(Rules.device(Platform.IOS));
    private static final Question ASKED = Rules.question(ActionKind.WIPE, PHONE);
    private static final Action PUT = Rules.wanted(ActionKind.PUT_TAG);

    private static final Map<CelType, String> TYPES = Map.of(
            SimpleType.INT,
            "number",
            SimpleType.TIMESTAMP,
            "time",
            SimpleType.DURATION,
            "length of time",
            SimpleType.STRING,
            "text",
            SimpleType.BOOL,
            "yes or no",
            ListType.create(SimpleType.STRING),
            "list of texts");

    @Test
    void every_fact_and_no_other_is_explained_with_its_type() throws IOException {
        Map<String, String> facts = new TreeMap<>();
        Facts.TYPES.forEach((name, type) -> facts.put(name, TYPES.getOrDefault(type, type.name())));
        Map<String, String> explained = new TreeMap<>();
        var line = Pattern.compile(
                        "^\\| `([a-z_.]+)` \\| (text|yes or no|list of texts|number|time|length of time) \\|",
                        Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/docs/rules.md")));
        while (line.find()) {
            explained.put(line.group(1), line.group(2));
        }
        assertThat(explained).isEqualTo(facts);
    }

    @Test
    void tags_and_groups_are_each_person_s_own() {
        var bo = new MdmUser(new UserId(3), "Bo", null, null, null, List.of("Chef"));
        Question one = Rules.grouped(Rules.tagged(Rules.question(ActionKind.WIPE, Platform.IOS), "Fält"), "Lager");
        assertThat(Facts.of(Rules.by(one, bo, List.of("Kontor"))))
                .containsEntry("actor.tags", List.of("Chef"))
                .containsEntry("actor.groups", List.of("Kontor"))
                .containsEntry("owner.tags", List.of("Fält"))
                .containsEntry("owner.groups", List.of("Lager"));
    }

    @Test
    void what_the_mdm_does_not_say_now_is_missing_and_not_empty() {
        Question one = Rules.question(ActionKind.WIPE, Platform.IOS);
        assertThat(Facts.of(Rules.by(one, null, List.of())))
                .doesNotContainKeys("actor.tags", "actor.groups")
                .containsKeys("owner.tags", "owner.groups");
        assertThat(Facts.of(Rules.ownerUnknown(one)))
                .doesNotContainKeys("owner.tags", "owner.groups")
                .containsEntry("owner.known", false)
                .containsKeys("actor.tags", "actor.groups");
    }

    @Test
    void who_is_no_user_of_the_mdm_has_no_tags_and_no_groups() {
        Question one = Rules.question(Set.of(Role.IT), false, new Action.Wipe(), PHONE, false, null);
        assertThat(Facts.of(one)).containsEntry("actor.tags", List.of()).containsEntry("actor.groups", List.of());
    }

    @Test
    void one_s_own_details_are_phone_and_office_and_nothing_beside_them() {
        assertThat(areOwnDetails(new UserChange().phoneNumber("1"))).isTrue();
        assertThat(areOwnDetails(new UserChange().office("Kiruna"))).isTrue();
        assertThat(areOwnDetails(new UserChange().office("Kiruna").phoneNumber("1")))
                .isTrue();
        assertThat(areOwnDetails(new UserChange().office("Kiruna").groupId(new GroupId(2))))
                .isFalse();
        assertThat(areOwnDetails(new UserChange().phoneNumber("1").email("a@b.se")))
                .isFalse();
        assertThat(areOwnDetails(new UserChange().department("Ledning"))).isFalse();
        assertThat(areOwnDetails(new UserChange())).as("nothing").isFalse();
        assertThat(Facts.of(ASKED)).as("of another action").containsEntry("details.own", false);
    }

    private static boolean areOwnDetails(UserChange change) {
        var anna = new Subject.OfUser(Rules.owner());
        return Boolean.TRUE.equals(Facts.of(Rules.about(ASKED, new Action.ChangeUser(change), anna, null))
                .get("details.own"));
    }

    @Test
    void a_configuration_fits_what_it_is_meant_for() {
        var person = new Subject.OfUser(Rules.owner());
        Configuration phones = configuration(Configuration.Target.DEVICE, Set.of(Platform.IOS), null);
        Configuration people = configuration(Configuration.Target.PERSON, Set.of(), null);
        assertThat(put(PHONE, phones)).containsEntry("configuration.fits", true);
        assertThat(put(new Subject.OfDevice(Rules.device(Platform.MACOS)), phones))
                .containsEntry("configuration.fits", false);
        assertThat(put(person, phones)).as("a device's on a person").containsEntry("configuration.fits", false);
        assertThat(put(person, people)).containsEntry("configuration.fits", true);
        assertThat(put(PHONE, people)).as("a person's on a device").containsEntry("configuration.fits", false);
        assertThat(put(PHONE, phones))
                .containsEntry("configuration.known", true)
                .containsEntry("configuration.offered", true)
                .containsEntry("configuration.approval", "manager");
        assertThat(put(PHONE, null))
                .containsEntry("configuration.known", false)
                .containsEntry("configuration.offered", false)
                .containsEntry("configuration.fits", false)
                .containsEntry("configuration.approval", "");
    }

    @Test
    void what_is_put_on_is_lent_for_so_long_and_what_is_taken_off_is_not() {
        Configuration lent = configuration(Configuration.Target.DEVICE, Set.of(), 30);
        assertThat(Rules.about(ASKED, PUT, PHONE, lent).longestDays()).isEqualTo(30);
        assertThat(Rules.about(ASKED, Rules.wanted(ActionKind.PUT_USER_TAG), PHONE, lent)
                        .longestDays())
                .isEqualTo(30);
        assertThat(Rules.about(ASKED, Rules.wanted(ActionKind.TAKE_TAG), PHONE, lent)
                        .longestDays())
                .isNull();
        assertThat(Rules.about(ASKED, PUT, PHONE, null).longestDays()).isNull();
    }

    private static Map<String, Object> put(Subject subject, @Nullable Configuration configuration) {
        return Facts.of(Rules.about(ASKED, PUT, subject, configuration));
    }

    private static Configuration configuration(
            Configuration.Target target, Set<Platform> platforms, @Nullable Integer days) {
        return new Configuration(
                new TagId(1),
                "Tag",
                Configuration.Picture.WIFI,
                target,
                platforms,
                CatalogueApp.Approval.MANAGER,
                days,
                "Wi-Fi",
                "Wifi",
                "",
                "",
                true);
    }

    @Test
    void every_fact_has_a_value_for_every_question() {
        for (ActionKind action : ActionKind.values()) {
            for (Platform platform : Platform.values()) {
                assertThat(Facts.of(Rules.question(action, platform)))
                        .containsOnlyKeys(Facts.TYPES.keySet())
                        .doesNotContainValue(null);
            }
            assertThat(Facts.of(Rules.question(action, new Subject.Company())))
                    .containsOnlyKeys(Facts.TYPES.keySet())
                    .doesNotContainValue(null);
        }
    }
}
