package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as looser: whatever is not proved to be the same or stricter. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictnessTest {
    private static final String OWN = Rules.rule("own", "allow", "actor.is_owner");
    private static final String LOST = Rules.rule("lost", "deny", "device.lost");

    private static List<String> looser(String now, String draft) {
        return Strictness.loosened(set(now), set(draft)).stream()
                .map(loosening -> loosening.rule() + " " + loosening.kind() + " " + loosening.action())
                .toList();
    }

    private static RuleSet set(String rules) {
        // Whether a rule ever counts is another question.
        return RuleSet.inForce(new RuleVersion(
                1, rules.isEmpty() ? "[]" : rules, "", "123456789012", Rules.NOW, null, null, "", false));
    }

    @Test
    void the_same_rules_are_no_looser() {
        assertThat(looser(OWN + LOST, LOST + OWN)).isEmpty();
        assertThat(Strictness.loosened(Rules.shipped(), Rules.shipped())).isEmpty();
    }

    @Test
    void other_words_and_names_are_no_looser() {
        assertThat(looser(OWN, OWN.replace("id: own", "id: mine").replace("Because", "Just because")))
                .isEmpty();
    }

    @Test
    void a_new_allow_is_looser() {
        String it = Rules.rule("it", "allow", "\"it\" in actor.roles");
        assertThat(looser(OWN, OWN + it)).containsExactly("it ALLOWS_MORE REFRESH");
        assertThat(looser(OWN + it, OWN)).isEmpty();
    }

    @Test
    void a_deny_that_is_taken_away_is_looser_and_one_that_is_added_is_not() {
        assertThat(looser(OWN + LOST, OWN)).containsExactly("lost DENIES_LESS REFRESH");
        assertThat(looser(OWN, OWN + LOST)).isEmpty();
    }

    @Test
    void a_deny_of_what_nothing_allows_any_more_may_go() {
        assertThat(looser(OWN + LOST, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"needs approval", "needs reason", "needs fresh sign-in", "hold"})
    void a_demand_that_is_taken_away_is_looser_unless_a_deny_takes_its_place(String effect) {
        String demand = Rules.rule("demand", effect, "device.lost");
        assertThat(looser(OWN + demand, OWN)).containsExactly("demand DEMANDS_LESS REFRESH");
        assertThat(looser(OWN + demand, OWN + LOST)).isEmpty();
        assertThat(looser(OWN, OWN + demand)).isEmpty();
        assertThat(looser(OWN + demand, OWN + demand.replace("device.lost", "true")))
                .isEmpty();
        assertThat(looser(OWN + demand.replace("device.lost", "true"), OWN + demand))
                .containsExactly("demand DEMANDS_LESS REFRESH");
    }

    @Test
    void one_kind_of_demand_does_not_stand_in_for_another() {
        String reason = Rules.rule("demand", "needs reason", "true");
        String signIn = Rules.rule("demand", "needs fresh sign-in", "true");
        assertThat(looser(OWN + reason, OWN + signIn)).containsExactly("demand DEMANDS_LESS REFRESH");
    }

    @ParameterizedTest
    @CsvSource({"15m, 1h, false", "15m, 15m, false", "1h, 15m, true"})
    void a_shorter_hold_is_looser(String before, String after, boolean looser) {
        String hold = Rules.rule("wait", "hold", "true");
        assertThat(looser(OWN + hold.replace("15m", before), OWN + hold.replace("15m", after)))
                .hasSize(looser ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manager | manager | false",
                "manager | any of: it | true",
                "manager | manager, any of: it | false",
                "manager, any of: it | manager | true",
                "manager, any of: it | {any: 2, of: it}, manager | false",
                "{any: 2, of: it} | any of: it | true",
                "any of: it | any of: security | true",
                "any of: it | person: vera@nordvik.example | true",
                "person: vera@nordvik.example | any of: it | true",
                "person: vera@nordvik.example | person: Vera@nordvik.example | false",
            })
    void fewer_people_or_others_are_looser(String before, String after, boolean looser) {
        String approval = Rules.rule("ask", "needs approval", "true");
        assertThat(looser(
                        OWN + approval.replace("by: manager", "stages: [" + before + "]"),
                        OWN + approval.replace("by: manager", "stages: [" + after + "]")))
                .hasSize(looser ? 1 : 0);
    }

    @Test
    void stages_may_be_spread_over_several_rules() {
        String both =
                Rules.rule("both", "needs approval", "true").replace("by: manager", "stages: [manager, any of: it]");
        String one = Rules.rule("one", "needs approval", "true");
        String other = Rules.rule("other", "needs approval", "true").replace("by: manager", "by: it");
        assertThat(looser(OWN + both, OWN + one + other)).isEmpty();
        assertThat(looser(OWN + one + other, OWN + both)).isEmpty();
    }

    @Test
    void an_action_that_a_deny_no_longer_speaks_of_is_looser() {
        String both = LOST.replace("[refresh]", "[refresh, message]");
        String own = OWN.replace("[refresh]", "[refresh, message]");
        assertThat(looser(own + both, own + LOST)).containsExactly("lost DENIES_LESS MESSAGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "device.lost ~ device.lost || owner.known ~ false",
                "device.lost || owner.known ~ device.lost ~ true",
                "device.lost && owner.known ~ device.lost ~ false",
                "device.lost ~ device.lost && owner.known ~ true",
                "device.lost && owner.known ~ owner.known && device.lost ~ false",
                "!(device.lost || owner.known) ~ !owner.known && !device.lost ~ false",
                "!(device.lost && owner.known) ~ !device.lost || !owner.known ~ false",
                "!!device.lost ~ device.lost ~ false",
                "!device.lost ~ device.lost ~ true",
                "device.lost ~ true ~ false",
                "device.lost ~ !false && device.lost ~ false",
                "device.lost ~ device.lost && true ~ false",
                "device.lost ~ device.lost || false ~ false",
                "true ~ device.lost ~ true",
                "device.model == \"A\" ~ device.model=='A' ~ false",
                "device.model == \"A\" ~ device.model == \"B\" ~ true",
                "\"x\" in device.tags ~ \"y\" in device.tags ~ true",
                "recent.actor_day > 3 ~ recent.actor_day > 4 ~ true",
                "device.tags.exists(t, t == \"A\") ~ device.tags.exists(t, t == \"A\") ~ false",
                "device.tags.exists(t, t == \"A\") ~ device.tags.exists(t, t == \"B\") ~ true",
                "device.tags.exists(t, t == \"A\") ~ device.tags.all(t, t == \"A\") ~ true",
                "device.model.startsWith(\"i\") ~ device.model.startsWith(\"i\") ~ false",
                "device.model.startsWith(\"i\") ~ device.model.endsWith(\"i\") ~ true",
                "device.model in [\"A\", \"B\"] ~ device.model in [\"A\", \"B\"] ~ false",
                "device.model in [\"A\", \"B\"] ~ device.model in [\"A\"] ~ true",
                "device.lost || !true ~ device.lost ~ false",
                "device.model.startsWith(\"i\") ~ device.os_version.startsWith(\"i\") ~ true",
                "device.model == \"a\\\"b\" ~ device.model == \"ab\" ~ true",
            })
    void a_deny_is_looser_unless_its_condition_is_proved_to_hold_as_often(String before, String after, boolean looser) {
        String deny = Rules.rule("no", "deny", "?");
        assertThat(looser(OWN + quoted(deny, before), OWN + quoted(deny, after)))
                .hasSize(looser ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "actor.is_owner ~ actor.is_owner && owner.known ~ false",
                "actor.is_owner && owner.known ~ actor.is_owner ~ true",
                "actor.is_owner ~ actor.is_owner || owner.known ~ true",
            })
    void an_allow_is_looser_unless_its_condition_is_proved_to_hold_as_seldom(
            String before, String after, boolean looser) {
        String allow = Rules.rule("yes", "allow", "?");
        assertThat(looser(quoted(allow, before), quoted(allow, after))).hasSize(looser ? 1 : 0);
    }

    private static String quoted(String rule, String condition) {
        return rule.replace("'?'", "'" + condition.replace("'", "''") + "'");
    }
}
