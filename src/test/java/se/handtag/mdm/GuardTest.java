package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import se.handtag.mdm.ScriptedServer.Script;

/** Patience with an MDM that fails, and limits of it. */
class GuardTest {
    private ScriptedServer server;
    private Mdm mdm;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        mdm = Clients.guarded(server.url());
    }

    @AfterEach
    void close() throws IOException {
        mdm.close();
        server.close();
    }

    private void lockFails(int times) {
        for (int time = 0; time < times; time++) {
            assertThatThrownBy(() -> mdm.area(DeviceCommands.class).lockDevice(Samples.PHONE))
                    .isInstanceOf(MdmException.class);
        }
    }

    @Test
    void a_read_is_tried_again_after_a_passing_failure() {
        AtomicInteger answers = new AtomicInteger();
        server.answers((_, out, _) -> out.write(
                answers.incrementAndGet() < 3
                        ? ScriptedServer.whole(503, "text/plain", new byte[0])
                        : ScriptedServer.whole(200, "application/json", new byte[] {'[', ']'})));

        assertThat(mdm.area(Groups.class).all()).isEmpty();
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void a_read_is_not_tried_again_after_a_clear_answer() {
        server.answers(Script.status(404, "text/plain", ""));

        assertThatThrownBy(() -> mdm.area(Groups.class).get(new GroupId(2))).isInstanceOf(MdmException.NotFound.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void after_many_failures_nothing_is_sent_and_that_is_certain() {
        server.answers(Script.status(500, "text/plain", ""));
        lockFails(10);

        assertThat(mdm.guard().breaker().getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThatThrownBy(() -> mdm.area(DeviceCommands.class).wipeDevice(Samples.PHONE))
                .isInstanceOfSatisfying(MdmException.Unavailable.class, failure -> {
                    assertThat(failure.heldBack()).isTrue();
                    assertThat(failure.certainlyNotDone()).isTrue();
                });
        assertThatThrownBy(() -> mdm.area(Groups.class).all()).isInstanceOf(MdmException.Unavailable.class);
        assertThat(server.received()).hasSize(10);
    }

    @Test
    void when_the_mdm_is_back_calls_go_through_again() {
        server.answers(Script.status(500, "text/plain", ""));
        lockFails(10);
        server.answers(Script.json("[]"));
        mdm.guard().breaker().transitionToHalfOpenState();

        for (int time = 0; time < 3; time++) {
            assertThat(mdm.area(Groups.class).all()).isEmpty();
        }
        assertThat(mdm.guard().breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void an_mdm_that_says_no_is_not_ill() {
        for (int status : new int[] {400, 401, 403, 404, 409, 422, 429}) {
            server.answers(Script.status(status, "text/plain", ""));
            lockFails(10);
        }

        assertThat(mdm.guard().breaker().getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(mdm.guard().breaker().getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void what_is_not_sent_says_nothing_about_the_mdm() {
        for (int time = 0; time < 30; time++) {
            assertThatThrownBy(() -> mdm.area(Groups.class).atPath("..")).isInstanceOf(MdmException.Invalid.class);
        }

        assertThat(mdm.guard().breaker().getMetrics().getNumberOfBufferedCalls())
                .isZero();
    }

    @Test
    void an_mdm_that_is_being_tried_is_not_well_before_the_calls_on_trial_went_well() {
        MdmHealth health = new MdmHealth(mdm.guard().breaker());
        server.answers(Script.status(500, "text/plain", ""));
        lockFails(10);
        mdm.guard().breaker().transitionToHalfOpenState();

        assertThat(health.health().getStatus().getCode()).isEqualTo("UNREACHABLE");
        assertThat(health.health().getStatus().getDescription()).contains("a few are tried");
        server.answers(Script.json("[]"));
        for (int time = 0; time < 3; time++) {
            assertThat(health.health().getStatus()).isNotEqualTo(Status.UP);
            mdm.area(Groups.class).all();
        }
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whoever_looks_while_nothing_is_sent_is_told_that_it_is_being_tried_and_of_no_setting() {
        server.answers(Script.status(500, "text/plain", ""));
        lockFails(10);

        MdmProbe.Finding finding = new CallingProbe(mdm.area(Groups.class)).probe();

        assertThat(finding.isGood()).isFalse();
        assertThat(finding.words()).contains("not answering, and being tried").doesNotContain("handtag.mdm.");
        assertThat(server.received()).hasSize(10);
    }

    @Test
    void health_shows_the_breaker_without_a_call() {
        MdmHealth health = new MdmHealth(mdm.guard().breaker());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        server.answers(Script.status(500, "text/plain", ""));
        lockFails(10);

        assertThat(health.health().getStatus()).isEqualTo(MdmHealth.UNREACHABLE);
        assertThat(health.health().getDetails())
                .containsEntry("breaker", "OPEN")
                .containsEntry("recentFailures", 10);
        assertThat(server.received()).hasSize(10);
    }
}
