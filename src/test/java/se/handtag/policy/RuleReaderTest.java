package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.handtag.mdm.Platform;

/** Every kind of mistake in a file of rules is refused, with its line and column. */
class RuleReaderTest {
    private static final String ACTIONS = Arrays.stream(ActionKind.values())
            .filter(kind -> kind != ActionKind.WIPE)
            .map(ActionKind::key)
            .collect(Collectors.joining(", ", "[", ", wipe]"));

    private static final String GOOD = """
            - id: all
              effect: allow
              actions: %s
              when: actor.is_owner
              because:
                en: It is yours.
                sv: Den är din.
            """.formatted(ACTIONS);

    private static final String WITHOUT_LOCK = GOOD.replace("lock, ", "");

    private static final String ALLOWED = GOOD.replace("id: all", "id: allowed");

    private static List<String> problems(String text) {
        return catchThrowableOfType(RulesInvalid.class, () -> RuleReader.read("rules.yaml", text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> problems(String right, String wrong) {
        assertThat(GOOD).contains(right);
        return problems(GOOD.replace(right, wrong));
    }

    @Test
    void accepts_what_is_right() {
        assertThat(RuleReader.read("rules.yaml", GOOD)).hasSize(1);
    }

    @Test
    void refuses_a_misspelt_fact() {
        assertThat(problems("actor.is_owner", "actor.is_ovner"))
                .singleElement()
                .asString()
                .startsWith("line 4, column 9: when: undeclared reference to 'actor'");
    }

    @Test
    void finds_the_mistake_behind_a_quotation_mark() {
        assertThat(problems("actor.is_owner", "'true && lost'"))
                .singleElement()
                .asString()
                .startsWith("line 4, column 18: when: undeclared reference to 'lost'");
    }

    @Test
    void finds_the_mistake_on_a_later_line_of_a_condition() {
        assertThat(problems("actor.is_owner", "|\n    actor.is_owner &&\n    lost"))
                .singleElement()
                .asString()
                .startsWith("line 6, column 5: when: undeclared reference to 'lost'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "\"true && lost\" ~ 4 ~ 18",
                "|\\n    true &&\\n      lost ~ 6 ~ 7",
                "|\\n\\n    true &&\\n    lost ~ 7 ~ 5",
                ">\\n    true &&\\n    lost ~ 4 ~ 9",
                "true &&\\n    lost ~ 4 ~ 9",
                "'true &&\\n    lost' ~ 4 ~ 9",
            })
    void finds_the_mistake_however_the_condition_is_written(String condition, int line, int column) {
        assertThat(problems("actor.is_owner", condition.replace("\\n", "\n")))
                .singleElement()
                .asString()
                .startsWith("line %d, column %d: when: undeclared reference to 'lost'".formatted(line, column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device.platform == \"windows\"",
                "\"windows\" == device.platform",
                "device.platform != \"windows\"",
                "device.platform in [\"ios\", \"windows\"]",
                "\"boss\" in actor.roles",
            })
    void refuses_a_word_that_a_fact_never_is(String condition) {
        assertThat(problems("actor.is_owner", "'" + condition + "'"))
                .singleElement()
                .asString()
                .contains("is never \"" + condition.replaceAll("(?s).*(windows|boss).*", "$1") + "\" but one of [");
    }

    @Test
    void refuses_a_condition_that_is_not_true_or_false() {
        assertThat(problems("actor.is_owner", "device.model"))
                .singleElement()
                .asString()
                .startsWith("line 4, column ")
                .contains("expected type 'bool' but found 'string'");
    }

    @Test
    void refuses_to_compare_what_cannot_be_equal() {
        assertThat(problems("actor.is_owner", "device.lost == \"ios\""))
                .singleElement()
                .asString()
                .startsWith("line 4, column 21: when: found no matching overload for '_==_'");
    }

    @Test
    void refuses_a_condition_that_is_no_expression() {
        assertThat(problems("actor.is_owner", "actor.is_owner &&"))
                .first()
                .asString()
                .startsWith("line 4, column ");
    }

    @Test
    void refuses_an_unknown_action() {
        assertThat(problems("[refresh,", "[explode, refresh,"))
                .containsExactly("line 3, column 13: there is no action explode");
    }

    @Test
    void refuses_an_action_that_is_a_list() {
        assertThat(problems("[refresh,", "[[refresh], refresh,"))
                .containsExactly("line 3, column 13: there is no action ");
    }

    @Test
    void refuses_a_rule_without_actions() {
        assertThat(problems(ACTIONS, "[]")).contains("line 3, column 12: actions is a list of at least one action");
    }

    @Test
    void refuses_an_action_without_any_rule() {
        assertThat(problems(", wipe]", "]")).singleElement().asString().endsWith("no rule speaks of the action wipe");
    }

    @Test
    void refuses_an_unknown_effect() {
        assertThat(problems("allow", "permit"))
                .containsExactly(
                        "line 2, column 11: the effect is one of [allow, deny, hold, needs approval, needs fresh sign-in, needs"
                                + " reason]");
    }

    @Test
    void refuses_an_approval_by_nobody() {
        assertThat(problems("allow", "needs approval")).containsExactly("line 1, column 3: by is needed");
    }

    @Test
    void refuses_an_approval_by_somebody_unheard_of() {
        assertThat(problems("allow", "needs approval\n  by: boss"))
                .containsExactly("line 3, column 7: an approval is needed by manager or it");
    }

    @Test
    void refuses_an_approver_where_none_is_needed() {
        assertThat(problems("allow", "allow\n  by: it"))
                .containsExactly("line 3, column 7: only an approval is needed by somebody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs reason", "needs fresh sign-in", "needs approval\n  by: manager", "hold\n  for: 15m"})
    void refuses_whatever_would_keep_somebody_from_locking_a_lost_phone(String effect) {
        assertThat(problems(GOOD.replace("allow", effect) + ALLOWED))
                .containsExactly(
                        "line 1, column 3: locking waits for nothing and asks for nothing, for whoever has lost"
                                + " a phone: allow or deny it");
    }

    @Test
    void rules_published_before_start_all_the_same_and_ask_for_nothing() {
        RuleSet before = RuleSet.inForce(new RuleVersion(
                1,
                GOOD.replace("allow", "needs reason") + ALLOWED,
                "",
                "123456789012",
                Rules.NOW,
                null,
                null,
                "",
                false));
        assertThat(before.decide(Rules.question(ActionKind.LOCK, Platform.IOS)).needsReason())
                .isFalse();
        assertThat(before.decide(Rules.question(ActionKind.REFRESH, Platform.IOS))
                        .needsReason())
                .isTrue();
    }

    @Test
    void reads_who_says_yes_stage_by_stage() {
        String stages =
                "needs approval\n  stages: [manager, {person: Vera@Nordvik.example}, {any of: security}, {any: 2, of: it}]";
        assertThat(RuleReader.read("rules.yaml", WITHOUT_LOCK.replace("allow", stages) + ALLOWED))
                .first()
                .extracting(Rule::stages)
                .isEqualTo(List.of(
                        new Stage.Manager(),
                        new Stage.Named("vera@nordvik.example"),
                        new Stage.AnyOf("security", 1),
                        new Stage.AnyOf("it", 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boss | 3, column 12: a stage is manager, person: an address, any of: a group, or any: a number and of: a group",
                "{} | 3, column 12: a stage is manager, person: an address, any of: a group, or any: a number and of: a group",
                "{any: 2} | 3, column 12: a stage is manager, person: an address, any of: a group, or any: a number and of: a group",
                "{boss: x} | 3, column 13: there is no boss here",
                "{person: vera} | 3, column 21: a person is named by their address",
                "{person: ''} | 3, column 21: person is needed",
                "{any: 0, of: it} | 3, column 18: any is a number from 1 to 9",
                "{any: 10, of: it} | 3, column 18: any is a number from 1 to 9",
                "{any: 2, of: ''} | 3, column 25: of is needed",
                "{any of: ''} | 3, column 21: any of is needed",
            },
            quoteCharacter = '"')
    void refuses_a_stage_that_nobody_can_be_asked_at(String stage, String problem) {
        assertThat(problems("allow", "needs approval\n  stages: [" + stage + "]"))
                .containsExactly("line " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"manager, manager | 21", "{any of: it}, {any: 2, of: it} | 26"})
    void refuses_to_ask_the_same_people_at_two_stages_of_one_rule(String stages, int column) {
        assertThat(problems("allow", "needs approval\n  stages: [" + stages + "]"))
                .singleElement()
                .asString()
                .startsWith("line 3, column " + column + ": they are asked at an earlier stage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "manager", "{}"})
    void refuses_stages_that_are_no_list(String stages) {
        assertThat(problems("allow", "needs approval\n  stages: " + stages))
                .containsExactly("line 3, column 11: stages is a list of at least one stage");
    }

    @Test
    void refuses_two_ways_to_say_who() {
        assertThat(problems("allow", "needs approval\n  by: it\n  stages: [manager]"))
                .containsExactly("line 4, column 11: by and stages are two ways to say it: one is enough");
    }

    @Test
    void refuses_stages_where_no_approval_is_needed() {
        assertThat(problems("allow", "allow\n  stages: [manager]"))
                .containsExactly("line 3, column 11: only an approval is needed by somebody");
    }

    @ParameterizedTest
    @CsvSource({"15m, PT15M", "2h, PT2H", "1d, PT24H", "9999m, PT9999M"})
    void reads_how_long_it_is_held(String written, Duration time) {
        assertThat(RuleReader.read("rules.yaml", WITHOUT_LOCK.replace("allow", "hold\n  for: " + written) + ALLOWED))
                .first()
                .extracting(Rule::hold)
                .isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0m", "15", "15s", "-1m", "m", "a while"})
    void refuses_a_time_that_is_none(String written) {
        assertThat(problems("allow", "hold\n  for: " + written))
                .containsExactly("line 3, column 8: a time is a number of minutes, hours or days: 15m, 2h, 1d");
    }

    @Test
    void refuses_a_hold_without_a_time_and_a_time_without_a_hold() {
        assertThat(problems("allow", "hold")).containsExactly("line 1, column 3: for is needed");
        assertThat(problems("allow", "allow\n  for: 15m"))
                .containsExactly("line 3, column 8: only a hold lasts for a time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en: It is yours.", "sv: Den är din."})
    void refuses_a_missing_language(String line) {
        String language = line.substring(0, 2);
        assertThat(problems("    " + line + "\n", "")).containsExactly("line 6, column 5: " + language + " is needed");
    }

    @Test
    void refuses_empty_words() {
        assertThat(problems("Den är din.", "''")).containsExactly("line 7, column 9: sv is needed");
    }

    @Test
    void refuses_a_language_that_it_does_not_speak() {
        assertThat(problems("    sv:", "    de: Deins.\n    sv:"))
                .containsExactly("line 7, column 5: there is no de here");
    }

    @Test
    void refuses_words_without_languages() {
        assertThat(problems("because:\n    en: It is yours.\n    sv: Den är din.", "because: It is yours."))
                .containsExactly("line 5, column 12: because is needed in both languages, en and sv");
    }

    @Test
    void refuses_a_part_that_a_rule_does_not_have() {
        assertThat(problems("when:", "wenn: x\n  when:")).containsExactly("line 4, column 3: there is no wenn here");
    }

    @Test
    void refuses_a_part_that_stands_twice() {
        assertThat(problems("effect: allow", "effect: deny\n  effect: allow"))
                .containsExactly("line 3, column 3: effect stands here twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "effect", "when"})
    void refuses_a_rule_without(String part) {
        String without = GOOD.lines()
                .filter(line -> !line.strip().startsWith(part + ":") || part.equals("id"))
                .map(line -> part.equals("id") ? line.replace("id: all", "id: ''") : line)
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(problems(without)).singleElement().asString().endsWith(part + " is needed");
    }

    @Test
    void refuses_an_id_that_is_taken() {
        assertThat(problems(GOOD + GOOD)).containsExactly("line 8, column 3: the id all is taken by an earlier rule");
    }

    @Test
    void refuses_what_is_no_yaml() {
        assertThat(problems(GOOD + "  - [\n")).singleElement().asString().startsWith("line 8, column ");
        assertThat(problems("- id: \"a\n")).singleElement().asString().contains("this is no YAML");
    }

    @Test
    void refuses_characters_that_yaml_does_not_allow() {
        assertThat(problems("It is yours.", "It is \u0007 yours."))
                .singleElement()
                .asString()
                .startsWith("line 6, column 15: this is no YAML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "rules: []\n", "deny\n"})
    void refuses_what_is_no_list(String text) {
        assertThat(problems(text)).containsExactly("line 1, column 1: a list of rules is expected");
    }

    @Test
    void refuses_a_rule_that_is_only_a_word() {
        assertThat(problems(GOOD + "- deny\n"))
                .containsExactly("line 8, column 3: a rule is expected: id, effect, actions, when, because");
    }

    @Test
    void refuses_a_second_document() {
        assertThat(problems(GOOD + "---\n" + GOOD)).singleElement().asString().startsWith("line 8, column 1: ");
    }

    @Test
    void tells_every_mistake_at_once_and_the_file() {
        assertThat(problems(GOOD.replace("allow", "permit").replace("[refresh", "[explode")))
                .hasSize(2);
        assertThatThrownBy(() -> RuleReader.read("rules.yaml", ""))
                .hasMessage("The rules in rules.yaml cannot be used:\n  line 1, column 1: a list of rules is expected");
    }

    @Test
    void a_demand_on_what_nothing_allows_never_counts() {
        assertThat(problems(GOOD.replace("refresh, ", "") + demand("[refresh]", "actor.is_owner")))
                .singleElement()
                .asString()
                .endsWith("the rule why never counts: nothing allows what it speaks of");
        assertThat(RuleReader.read(
                        "rules.yaml", GOOD.replace("refresh, ", "") + demand("[refresh, wipe]", "actor.is_owner")))
                .hasSize(2);
    }

    @Test
    void a_condition_on_roles_that_nobody_can_have_never_holds() {
        assertThat(problems(GOOD + demand("[wipe]", "'\"it\" in actor.roles && !(\"it\" in actor.roles)'")))
                .singleElement()
                .asString()
                .endsWith("the rule why never counts: its condition never holds");
        assertThat(RuleReader.read(
                        "rules.yaml",
                        GOOD + demand("[wipe]", "'\"it\" in actor.roles && \"help-desk\" in actor.roles'")))
                .hasSize(2);
    }

    @Test
    void a_condition_on_another_action_than_the_rule_speaks_of_never_holds() {
        assertThat(problems(GOOD + demand("[wipe]", "action == \"refresh\"")))
                .singleElement()
                .asString()
                .endsWith("the rule why never counts: its condition never holds");
        assertThat(RuleReader.read("rules.yaml", GOOD + demand("[wipe, refresh]", "action == \"refresh\"")))
                .hasSize(2);
    }

    @Test
    void a_condition_that_fails_whatever_the_facts_are_may_hold() {
        assertThat(RuleReader.read("rules.yaml", GOOD + demand("[wipe]", "1 / 0 == 1")))
                .hasSize(2);
    }

    @Test
    void a_condition_that_contradicts_itself_never_holds_as_far_as_its_facts_can_be_tried() {
        List<String> facts = Facts.TYPES.entrySet().stream()
                .filter(fact -> fact.getValue().equals(SimpleType.BOOL))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(problems(GOOD + demand("[wipe]", contradiction(facts.subList(0, 12)))))
                .singleElement()
                .asString()
                .endsWith("the rule why never counts: its condition never holds");
        assertThat(RuleReader.read("rules.yaml", GOOD + demand("[wipe]", contradiction(facts.subList(0, 13)))))
                .as("more combinations than are tried")
                .hasSize(2);
    }

    /** All of them, and not the last. */
    private static String contradiction(List<String> facts) {
        return String.join(" && ", facts) + " && !" + facts.getLast();
    }

    private static String demand(String actions, String when) {
        return """
                - id: why
                  effect: needs reason
                  actions: %s
                  when: %s
                  because: {en: Say why., sv: Säg varför.}
                """.formatted(actions, when);
    }
}
