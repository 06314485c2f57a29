package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.policy.ActionKind.CHANGE_TAG;
import static se.handtag.policy.ActionKind.CHANGE_USER;
import static se.handtag.policy.ActionKind.CLEAR_PASSCODE;
import static se.handtag.policy.ActionKind.DELETE_GROUP;
import static se.handtag.policy.ActionKind.DELETE_TAG;
import static se.handtag.policy.ActionKind.DELETE_USER;
import static se.handtag.policy.ActionKind.HAND_OVER;
import static se.handtag.policy.ActionKind.INSTALL_APP;
import static se.handtag.policy.ActionKind.LOCK;
import static se.handtag.policy.ActionKind.PUT_APP;
import static se.handtag.policy.ActionKind.REFRESH;
import static se.handtag.policy.ActionKind.REMOVE_APP;
import static se.handtag.policy.ActionKind.RENAME_GROUP;
import static se.handtag.policy.ActionKind.TAKE_TAG;
import static se.handtag.policy.ActionKind.TAKE_USER_TAG;
import static se.handtag.policy.ActionKind.WIPE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What follows from the kind of an action, whatever the rules say. */
class ActionKindTest {
    @Test
    void what_does_no_more_when_it_is_done_twice_may_be_sent_again_and_nothing_else() {
        assertThat(Arrays.stream(ActionKind.values()).filter(ActionKind::repeatable))
                .containsExactly(
                        REFRESH,
                        LOCK,
                        INSTALL_APP,
                        TAKE_TAG,
                        HAND_OVER,
                        TAKE_USER_TAG,
                        CHANGE_USER,
                        RENAME_GROUP,
                        CHANGE_TAG,
                        PUT_APP);
    }

    @Test
    void the_stop_switch_holds_what_cannot_be_had_back_and_never_a_lock() {
        assertThat(Arrays.stream(ActionKind.values()).filter(ActionKind::destructive))
                .containsExactly(REMOVE_APP, CLEAR_PASSCODE, WIPE, DELETE_USER, DELETE_GROUP, DELETE_TAG);
    }
}
