package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.handtag.mdm.Platform;

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
        var line = Pattern.compile("^\\| `([a-z_.]+)` \\| (text|yes or no|list of texts|number|time|length of time) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/docs/rules.md")));
        while (line.find()) {
            explained.put(line.group(1), line.group(2));
        }
        assertThat(explained).isEqualTo(facts);
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
