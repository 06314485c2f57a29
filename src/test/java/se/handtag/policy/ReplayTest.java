package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gains and who loses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayTest {
    private static final String YES = Rules.rule("yes", "allow", "true");

    private static RuleSet set(String rules) {
        return RuleSet.of("test.yaml", rules + Rules.REST);
    }

    private static Decided.Past past(ActionKind action) {
        Map<String, Object> facts = new HashMap<>(Facts.PLAIN);
        facts.put("action", action.key());
        return new Decided.Past(1, Rules.NOW, "Anna", "iPhone", action, facts);
    }

    private static Replay replay(String now, String draft) {
        return Replays.replay(set(now), set(draft), List.of(past(ActionKind.REFRESH)));
    }

    @Test
    void the_same_rules_change_nothing() {
        Replay replay = replay(YES, YES);
        assertThat(replay.decisions()).isEqualTo(1);
        assertThat(replay.more()).isFalse();
        assertThat(replay.gains()).isEmpty();
        assertThat(replay.losses()).isEmpty();
        assertThat(replay.others()).isEmpty();
        assertThat(replay.wipes()).isEmpty();
    }

    @Test
    void what_becomes_possible_is_a_gain_and_what_becomes_impossible_a_loss() {
        assertThat(replay("", YES).gains()).singleElement().satisfies(gain -> {
            assertThat(gain.person()).isEqualTo("Anna");
            assertThat(gain.subject()).isEqualTo("iPhone");
            assertThat(gain.at()).isEqualTo(Rules.NOW);
            assertThat(gain.before().denied()).isTrue();
            assertThat(gain.after().denied()).isFalse();
        });
        assertThat(replay(YES, "").losses()).hasSize(1);
        assertThat(replay(YES, "").gains()).isEmpty();
        assertThat(replay("", "").losses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"needs approval", "needs reason", "needs fresh sign-in", "hold"})
    void one_more_demand_is_a_loss_and_one_less_a_gain(String effect) {
        String demand = Rules.rule("demand", effect, "true");
        assertThat(replay(YES, YES + demand).losses()).hasSize(1);
        assertThat(replay(YES, YES + demand).gains()).isEmpty();
        assertThat(replay(YES + demand, YES).gains()).hasSize(1);
        assertThat(replay(YES + demand, YES).losses()).isEmpty();
    }

    @Test
    void a_longer_hold_and_more_people_are_losses() {
        String hold = Rules.rule("wait", "hold", "true");
        assertThat(replay(YES + hold, YES + hold.replace("15m", "1h")).losses()).hasSize(1);
        String one = Rules.rule("ask", "needs approval", "true").replace("by: manager", "by: it");
        String two = one.replace("by: it", "stages: [{any: 2, of: it}]");
        assertThat(replay(YES + one, YES + two).losses()).hasSize(1);
        assertThat(replay(YES + two, YES + one).gains()).hasSize(1);
    }

    @Test
    void one_demand_in_place_of_another_is_neither() {
        String reason = Rules.rule("why", "needs reason", "true");
        String hold = Rules.rule("wait", "hold", "true");
        Replay replay = replay(YES + reason, YES + hold);
        assertThat(replay.others()).hasSize(1);
        assertThat(replay.gains()).isEmpty();
        assertThat(replay.losses()).isEmpty();
    }

    @Test
    void wipes_that_pass_are_told_whether_or_not_the_draft_changes_them() {
        RuleSet shipped = Rules.shipped();
        Map<String, Object> own = new HashMap<>(past(ActionKind.WIPE).facts());
        own.put("actor.is_owner", true);
        var mine = new Decided.Past(1, Rules.NOW, "Anna", "iPhone", ActionKind.WIPE, own);
        Replay replay = Replays.replay(shipped, shipped, List.of(mine, past(ActionKind.WIPE)));
        assertThat(replay.wipes())
                .singleElement()
                .satisfies(wipe -> assertThat(wipe.after().stages()).containsExactly(new Stage.Manager()));
    }

    @Test
    void more_than_can_be_tried_is_said() {
        RuleSet rules = set(YES);
        Replay replay = Replays.replay(rules, rules, Collections.nCopies(20_001, past(ActionKind.REFRESH)));
        assertThat(replay.decisions()).isEqualTo(20_000);
        assertThat(replay.more()).isTrue();
    }

    @Test
    void a_fact_that_was_not_kept_counts_against_who_asked() {
        var past = new Decided.Past(1, Rules.NOW, "Anna", "iPhone", ActionKind.REFRESH, Map.of());
        RuleSet denying = set(YES + Rules.rule("lost", "deny", "device.lost"));
        Replay replay = Replays.replay(set(YES), denying, List.of(past));
        assertThat(replay.losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.after().errors()).contains("lost: UNKNOWN"));
        assertThat(denying.decide(ActionKind.REFRESH, Map.of("device.lost", false))
                        .denied())
                .isFalse();
        assertThat(set(Rules.rule("yes", "allow", "device.lost"))
                        .decide(ActionKind.REFRESH, Map.of())
                        .denied())
                .isTrue();
    }
}
