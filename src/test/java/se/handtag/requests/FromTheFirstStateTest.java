package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.FirstState;
import se.handtag.identity.PersonId;
import se.handtag.policy.Action;
import se.handtag.policy.Reason;
import se.handtag.policy.Stage;
import se.handtag.policy.Subject;

/** What the first migrations of this room kept is read today ({@link FirstState}). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FromTheFirstStateTest {
    private static final RequestStore STORE = FirstState.reader(RequestStore.class);
    private static final PersonId BO = new PersonId(UUID.fromString("b0000000-0000-4000-8000-000000000002"));

    private static RequestId id(int number) {
        return new RequestId(UUID.fromString("e0000000-0000-4000-8000-00000000000" + number));
    }

    @Test
    void what_waited_for_a_manager_waits_for_the_same_and_for_IT_after_that() {
        assertThat(STORE.waitingFor(BO, List.of("bo@example.com"), false))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.id()).isEqualTo(id(1));
                    assertThat(waiting.action()).isEqualTo(new Action.Wipe());
                    assertThat(waiting.subject())
                            .isInstanceOfSatisfying(
                                    Subject.OfDevice.class,
                                    it -> assertThat(it.device().title()).isEqualTo("Annas iPhone"));
                    assertThat(waiting.reason()).isEqualTo("It is to be sold");
                    assertThat(waiting.because()).extracting(Reason::rule).containsExactly("wipe-needs-a-manager");
                    assertThat(waiting.stages()).containsExactly(new Stage.Manager(), new Stage.AnyOf("it", 1));
                    assertThat(waiting.decideBy()).isEqualTo(Instant.parse("2026-11-29T09:01:00Z"));
                });
        var routing = STORE.routing(id(1));
        assertThat(routing.stage()).isZero();
        assertThat(routing.line().getFirst().getFirst().addresses()).containsExactly("bo@example.com");
        assertThat(routing.line().getLast().getFirst().it()).isTrue();
    }

    @Test
    void what_was_decided_says_by_whom_and_counts() {
        var approved = STORE.find(id(2)).orElseThrow();
        assertThat(approved.state()).isEqualTo(Request.State.APPROVED);
        assertThat(approved.decisions()).singleElement().satisfies(yes -> {
            assertThat(yes.byName()).isEqualTo("Bo Berg");
            assertThat(yes.comment()).isEqualTo("Of course");
            assertThat(yes.approved()).isTrue();
        });
        assertThat(STORE.routing(id(2)).used())
                .extracting(Routing.Used::marks)
                .containsExactly(Set.of("person/" + BO.value()));
    }

    @Test
    void groups_whose_approvers_were_set_are_not_filled_from_the_file_again() {
        assertThat(FirstState.reader(JdbcClient.class)
                        .sql("select path from requests.approver_group")
                        .query(String.class)
                        .list())
                .containsExactly("Head office/Sales");
    }
}
