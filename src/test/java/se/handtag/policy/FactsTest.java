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
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.handtag.devices.MdmUser;
import se.handtag.mdm.Platform;
import se.handtag.mdm.UserId;

/** The facts, their values and the page that explains them. */
class FactsTest {
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
