package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of rules as they are written, and what is said when they are wrong or fail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleTestReaderTest {
    private static final String GOOD = """
            - name: Own phone
              given: {action: wipe, actor.is_owner: true}
              expect: needs approval
              by: [wipe-needs-manager, wipe-needs-fresh-sign-in, wipe-waits, say-why, own-with-approval]
              stages: [manager]
              needs: [reason, fresh sign-in]
              hold: 15m
            """;

    private static List<String> problems(String right, String wrong) {
        assertThat(GOOD).contains(right);
        return RuleTestReader.read(GOOD.replace(right, wrong)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> differences(String right, String wrong) {
        assertThat(GOOD).contains(right);
        RuleTestReader.Read read = RuleTestReader.read(GOOD.replace(right, wrong));
        assertThat(read.problems()).isEmpty();
        return read.tests().getFirst().differences(Rules.shipped());
    }

    @Test
    void a_test_that_is_right_is_passed() {
        assertThat(differences("Own phone", "My phone")).isEmpty();
    }

    @Test
    void no_text_holds_no_tests_and_no_mistakes() {
        assertThat(RuleTestReader.read(" \n")).isEqualTo(new RuleTestReader.Read(List.of(), List.of()));
    }

    @Test
    void a_test_knows_its_name_and_line() {
        RuleTest second =
                RuleTestReader.read(GOOD + GOOD.replace("Own", "Other")).tests().getLast();
        assertThat(second.name()).isEqualTo("Other phone");
        assertThat(second.line()).isEqualTo(8);
        assertThat(second.action()).isEqualTo(ActionKind.WIPE);
    }

    @Test
    void what_a_test_does_not_speak_of_is_not_compared() {
        assertThat(RuleTestReader.read("- name: Own\n  given: {action: wipe, actor.is_owner: true}\n"
                                + "  expect: needs approval\n")
                        .tests()
                        .getFirst()
                        .differences(Rules.shipped()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "expect: needs approval | expect: denied | expect: denied was expected, needs approval came",
        "stages: [manager] | stages: [it] | stages: [it] was expected, [manager] came",
        "stages: [manager] | stages: [] | stages: [] was expected, [manager] came",
        "needs: [reason, fresh sign-in] | needs: [reason] | needs: [reason] was expected, [fresh sign-in, reason] came",
        "hold: 15m | hold: 1h | hold: PT1H was expected, PT15M came",
    })
    void a_test_that_fails_says_what_was_expected_and_what_came(String right, String wrong, String difference) {
        assertThat(differences(right, wrong)).containsExactly(difference);
    }

    @Test
    void a_test_that_names_other_rules_fails() {
        assertThat(differences(", say-why", "")).singleElement().asString().startsWith("by: [own-with-approval, ");
    }

    @Test
    void facts_are_read_by_their_types_and_others_are_plain() {
        String given = "{action: wipe, owner.known: false, recent.actor_day: 4, device.tags: [A, B], device.model: Mac,"
                + " request.lasts: 2h, now: '2026-02-01T03:00:00Z'}";
        var facts = RuleTestReader.read("- name: All\n  given: " + given + "\n  expect: denied\n")
                .tests()
                .getFirst()
                .given();
        assertThat(facts)
                .containsEntry("owner.known", false)
                .containsEntry("recent.actor_day", 4L)
                .containsEntry("device.tags", List.of("A", "B"))
                .containsEntry("device.model", "Mac")
                .containsEntry("request.lasts", Duration.ofHours(2))
                .containsEntry("now", Instant.parse("2026-02-01T03:00:00Z"))
                .containsEntry("device.platform", "ios")
                .containsEntry("actor.roles", List.of("employee"))
                .containsOnlyKeys(Facts.TYPES.keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "actor.is_owner: true | actor.is_ovner: true | line 2, column 25: there is no actor.is_ovner here",
        "actor.is_owner: true | actor.is_owner: perhaps | line 2, column 41: actor.is_owner cannot be perhaps",
        "actor.is_owner: true | actor.is_owner: [true] | line 2, column 41: actor.is_owner is one value",
        "actor.is_owner: true | recent.actor_day: many | line 2, column 43: recent.actor_day cannot be many",
        "actor.is_owner: true | now: soon | line 2, column 30: now cannot be soon",
        "actor.is_owner: true | request.lasts: ever | line 2, column 40: request.lasts cannot be ever",
        "actor.is_owner: true | device.tags: A | line 2, column 38: device.tags is a list of texts",
        "actor.is_owner: true | device.tags: [[A]] | line 2, column 38: device.tags is a list of texts",
        "actor.is_owner: true | device.platform: windows | line 2, column 42: device.platform is one of [, android, ios, macos, tvos, unknown]",
        "actor.is_owner: true | actor.roles: [boss] | line 2, column 38: actor.roles is one of [auditor, employee, help-desk, it]",
        "action: wipe, | ' ' | line 2, column 10: action is needed",
        "expect: needs approval | expect: maybe | line 3, column 11: what is expected is one of [allowed, denied, needs approval]",
        "needs: [reason, fresh sign-in] | needs: [money] | line 6, column 10: what is needed besides is any of [fresh sign-in, reason]",
        "hold: 15m | hold: long | line 7, column 9: a time is a number of minutes, hours or days: 15m, 2h, 1d",
        "hold: 15m | hold: [15m] | line 7, column 9: a time is a number of minutes, hours or days: 15m, 2h, 1d",
        "stages: [manager] | stages: manager | line 5, column 11: stages is a list of texts",
        "name: Own phone | name: '' | line 1, column 9: name is needed",
    }, quoteCharacter = '`')
    void a_mistake_is_told_with_its_place(String right, String wrong, String problem) {
        assertThat(problems(right, wrong.equals("' '") ? "" : wrong)).containsExactly(problem);
    }

    @Test
    void a_test_needs_what_is_given_and_what_is_expected() {
        assertThat(RuleTestReader.read("- name: Nothing\n").problems())
                .extracting(Problem::what)
                .containsExactly("given is needed: facts by name, with the action", "expect is needed");
        assertThat(RuleTestReader.read("- nothing\n").problems())
                .extracting(Problem::toString)
                .containsExactly("line 1, column 3: an example is expected: name, given, expect");
        assertThat(RuleTestReader.read("nothing: at all\n").problems())
                .extracting(Problem::toString)
                .containsExactly("line 1, column 1: a list of examples is expected");
    }

    @Test
    void a_check_counts_what_is_passed_and_names_what_fails() {
        RuleSet now = Rules.shipped();
        RuleCheck good = RuleCheck.of(now, Rules.shippedText(), GOOD);
        assertThat(good.good()).isTrue();
        assertThat(good.passed()).isEqualTo(1);
        assertThat(good.looser()).isEmpty();
        RuleCheck failing = RuleCheck.of(now, Rules.shippedText(), GOOD + GOOD.replace("[manager]", "[it]"));
        assertThat(failing.good()).isFalse();
        assertThat(failing.passed()).isEqualTo(1);
        assertThat(failing.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.line()).isEqualTo(8);
            assertThat(failed.name()).isEqualTo("Own phone");
        });
        assertThat(RuleCheck.of(now, "nothing", GOOD).good()).isFalse();
        assertThat(RuleCheck.of(now, "nothing", "nothing").tests()).hasSize(1);
        assertThat(RuleCheck.of(now, Rules.shippedText(), "nothing").good()).isFalse();
    }
}
