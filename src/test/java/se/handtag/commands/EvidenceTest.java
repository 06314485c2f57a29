package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.handtag.policy.Decision;
import se.handtag.policy.Stage;

/** What was given for a command is measured by what is asked for when it is sent. */
class EvidenceTest {
    private static final Stage MANAGER = new Stage.Manager();
    private static final Stage TWO_OF_IT = new Stage.AnyOf("it", 2);

    @Test
    void two_of_it_have_said_yes_where_one_would_do_by_now() {
        assertThat(given(MANAGER, TWO_OF_IT).meets(wanted(Stage.IT))).isTrue();
    }

    @Test
    void one_of_it_is_not_two() {
        assertThat(given(MANAGER, Stage.IT).meets(wanted(TWO_OF_IT))).isFalse();
    }

    @Test
    void the_manager_is_nobody_of_it() {
        assertThat(given(MANAGER).meets(wanted(Stage.IT))).isFalse();
        assertThat(given(MANAGER).meets(wanted(MANAGER, Stage.IT))).isFalse();
    }

    private static Evidence given(Stage... stages) {
        return new Evidence(false, false, List.of(stages), List.of());
    }

    private static Decision wanted(Stage... stages) {
        return new Decision(
                Decision.Verdict.ALLOWED, List.of(), List.of(stages), false, false, null, "1-test", List.of());
    }
}
