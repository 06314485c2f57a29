package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.FirstState;
import se.handtag.policy.Action;
import se.handtag.policy.Stage;

/** What the first migrations of this room kept is read today ({@link FirstState}). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FromTheFirstStateTest {
    private static Command command(int number) {
        var id = new CommandId(UUID.fromString("c0000000-0000-4000-8000-00000000000" + number));
        return FirstState.reader(CommandStore.class).find(id).orElseThrow();
    }

    @Test
    void what_nobody_knows_of_still_waits_for_a_person_with_what_it_rests_on() {
        var unknown = command(1);
        assertThat(unknown.state()).isEqualTo(CommandState.UNKNOWN);
        assertThat(unknown.action()).isEqualTo(new Action.ClearPasscode());
        assertThat(unknown.subject().key()).isEqualTo("device/d0000000-0000-4000-8000-000000000001");
        assertThat(unknown.subject().label()).isEqualTo("iPhone 16 …K7QX");
        assertThat(unknown.evidence().stages()).contains(new Stage.Manager());
        assertThat(unknown.steps())
                .extracting(Step::state)
                .containsExactly(CommandState.DUE, CommandState.SENDING, CommandState.UNKNOWN);
        assertThat(unknown.unsure()).isZero();
    }

    @Test
    void what_was_tried_and_is_due_again_has_its_tries_counted_as_unsure() {
        var due = command(2);
        assertThat(due.state()).isEqualTo(CommandState.DUE);
        assertThat(due.action()).isEqualTo(new Action.Message("Call us"));
        assertThat(due.evidence().stages()).isEmpty();
        assertThat(due.unsure()).isEqualTo(2);
    }
}
