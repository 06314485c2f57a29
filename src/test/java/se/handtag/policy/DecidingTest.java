package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.policy.Rules.refresh;
import static se.handtag.policy.Rules.rule;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.handtag.mdm.Platform;

/** How rules that match become one decision. */
class DecidingTest {
    /** An owner without tags has no first tag. */
    private static final String FAILS = "owner.tags[0] == \"x\"";

    private static final String YES = rule("yes", "allow", "true");

    @Test
    void what_no_rule_allows_is_denied() {
        Decision decision = refresh();
        assertThat(decision.denied()).isTrue();
        assertThat(decision.ruleIds()).containsExactly("default-deny");
        assertThat(decision.reasons().getFirst().explanation().in(Locale.of("sv")))
                .isEqualTo("Ingen regel tillåter det här. Behöver du det, fråga it.");
    }

    @Test
    void a_decision_names_the_rules_in_force_by_number_and_hash() {
        String text = Rules.shippedText();
        var version = new RuleVersion(3, text, "", Hashes.of(text, ""), Rules.NOW, null, null, "because", false);
        assertThat(RuleSet.inForce(version).version())
                .isEqualTo("3-" + Hashes.of(text, "").substring(0, 12));
        assertThat(RuleSet.of("rules.yaml", text).version())
                .isEqualTo(Hashes.of(text).substring(0, 12))
                .isEqualTo(Rules.shipped()
                        .decide(Rules.question(ActionKind.WIPE, Platform.IOS))
                        .version());
    }

    @Test
    void rules_know_which_tags_and_groups_they_name() {
        RuleSet rules = RuleSet.of(
                "test.yaml",
                Rules.rule("execs", "deny", "\"Ledning\" in owner.tags || !(\"Lager\" in owner.groups)") + Rules.REST);
        assertThat(rules.names("Ledning")).isTrue();
        assertThat(rules.names("Lager")).isTrue();
        assertThat(rules.names("Kontor")).isFalse();
    }

    @Test
    void what_is_only_demanded_is_not_allowed() {
        assertThat(refresh(rule("why", "needs reason", "true")).ruleIds()).containsExactly("default-deny");
    }

    @Test
    void a_matching_allow_allows_and_is_named() {
        Decision decision = refresh(YES);
        assertThat(decision.word()).isEqualTo("allowed");
        assertThat(decision.ruleIds()).containsExactly("yes");
        assertThat(decision.reasons().getFirst().explanation().in(Locale.ENGLISH))
                .isEqualTo("Because of yes.");
    }

    @Test
    void a_rule_whose_condition_is_false_takes_no_part() {
        assertThat(refresh(YES, rule("no", "deny", "device.model == \"Other\"")).ruleIds())
                .containsExactly("yes");
    }

    @Test
    void a_matching_deny_wins_wherever_it_stands() {
        String no = rule("no", "deny", "device.model == \"Model\"");
        assertThat(refresh(YES, no).ruleIds()).containsExactly("no");
        assertThat(refresh(no, YES).ruleIds()).containsExactly("no");
        assertThat(refresh(no, YES).needsApproval()).isFalse();
    }

    @Test
    void every_matching_deny_is_named() {
        assertThat(refresh(
                                rule("one", "deny", "device.model == \"Model\""),
                                YES,
                                rule("two", "deny", "device.model == \"Model\""))
                        .ruleIds())
                .containsExactly("one", "two");
    }

    @Test
    void all_matching_demands_add_up() {
        String it = rule("second", "needs approval", "true").replace("by: manager", "by: it");
        Decision decision =
                refresh(rule("first", "needs approval", "true"), YES, rule("why", "needs reason", "true"), it);
        assertThat(decision.word()).isEqualTo("needs approval");
        assertThat(decision.stages()).containsExactly(new Stage.Manager(), Stage.IT);
        assertThat(decision.needsReason()).isTrue();
        assertThat(decision.ruleIds()).containsExactly("first", "why", "second", "yes");
    }

    @Test
    void a_deny_that_fails_counts_as_matching_and_is_reported() {
        Decision decision = refresh(YES, rule("fails", "deny", FAILS));
        assertThat(decision.ruleIds()).containsExactly("fails");
        assertThat(decision.errors()).singleElement().asString().startsWith("fails: ");
    }

    @Test
    void a_demand_that_fails_counts_as_matching_and_is_reported() {
        Decision decision = refresh(YES, rule("fails", "needs approval", FAILS), rule("too", "needs reason", FAILS));
        assertThat(decision.needsApproval()).isTrue();
        assertThat(decision.needsReason()).isTrue();
        assertThat(decision.errors()).hasSize(2);
    }

    @Test
    void an_allow_that_fails_counts_as_absent_and_is_reported() {
        Decision decision = refresh(rule("fails", "allow", FAILS));
        assertThat(decision.ruleIds()).containsExactly("default-deny");
        assertThat(decision.errors()).singleElement().asString().startsWith("fails: ");
    }

    @Test
    void a_rule_speaks_only_of_its_own_actions() {
        String wipe = rule("no", "deny", "device.model == \"Model\"").replace("[refresh]", "[wipe]");
        assertThat(refresh(YES, wipe).ruleIds()).containsExactly("yes");
    }

    @Test
    void a_fresh_sign_in_is_one_more_thing_to_be_met() {
        Decision decision = refresh(YES, rule("anew", "needs fresh sign-in", "true"));
        assertThat(decision.word()).isEqualTo("allowed");
        assertThat(decision.needsFreshSignIn()).isTrue();
        assertThat(refresh(YES).needsFreshSignIn()).isFalse();
    }

    @Test
    void of_two_holds_the_longer_counts_wherever_it_stands() {
        String hour = rule("hour", "hold", "true").replace("15m", "1h");
        String quarter = rule("quarter", "hold", "true");
        assertThat(refresh(YES).hold()).isNull();
        assertThat(refresh(YES, quarter).hold()).isEqualTo(Duration.ofMinutes(15));
        assertThat(refresh(YES, quarter, hour).hold()).isEqualTo(Duration.ofHours(1));
        assertThat(refresh(YES, hour, quarter).hold()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void who_is_asked_by_two_rules_is_asked_once_and_the_larger_number_counts() {
        String one = rule("one", "needs approval", "true").replace("by: manager", "stages: [manager, {any of: it}]");
        String two =
                rule("two", "needs approval", "true").replace("by: manager", "stages: [{any: 2, of: it}, manager]");
        assertThat(refresh(YES, one, two).stages()).containsExactly(new Stage.Manager(), new Stage.AnyOf("it", 2));
        assertThat(refresh(YES, two, one).stages()).containsExactly(new Stage.AnyOf("it", 2), new Stage.Manager());
    }

    @Test
    void different_groups_are_asked_one_after_the_other() {
        String one = rule("one", "needs approval", "true").replace("by: manager", "stages: [{any of: security}]");
        String two = rule("two", "needs approval", "true").replace("by: manager", "by: it");
        assertThat(refresh(YES, one, two).stages()).containsExactly(new Stage.AnyOf("security", 1), Stage.IT);
    }

    @Test
    void only_a_rule_that_asks_for_something_has_words_for_the_eye() {
        Decision decision = refresh(YES, rule("why", "needs reason", "true"));
        assertThat(decision.reasons().stream().filter(Reason::asks).map(Reason::rule))
                .containsExactly("why");
        assertThat(refresh().reasons()).allMatch(Reason::asks);
    }
}
