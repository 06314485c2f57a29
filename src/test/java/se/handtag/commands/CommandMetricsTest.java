package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.Gauged;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.policy.Action;
import se.handtag.requests.Desk;

/** What whoever watches the portal sees of a command on its way. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandMetricsTest {
    @Autowired
    MeterRegistry meters;

    @Autowired
    List<Gauged> rooms;

    @Autowired
    Delivery delivery;

    @Autowired
    Desk desk;

    @Autowired
    PortalState portal;

    @BeforeEach
    void by_hand() {
        portal.holdSending();
    }

    @Test
    void the_decision_the_yes_the_acceptance_and_the_call_are_counted_once_each() {
        List<Double> before = counts();
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        assertThat(waiting()).isEqualTo(1);
        delivery.next(clear.id());
        assertThat(waiting()).isZero();
        List<Double> after = counts();
        assertThat(after).isEqualTo(before.stream().map(count -> count + 1).toList());
    }

    private List<Double> counts() {
        String action = "clear-passcode";
        return Stream.of(
                        meters.counter("handtag.decisions", "action", action, "outcome", "needs-approval")
                                .count(),
                        (double) meters.timer("handtag.requests.decided", "action", action, "outcome", "approved")
                                .count(),
                        meters.counter("handtag.commands", "action", action, "state", "accepted")
                                .count(),
                        (double) meters.timer("handtag.commands.accepted", "action", action)
                                .count(),
                        (double)
                                meters
                                        .find("handtag.mdm.calls")
                                        .tags("operation", "C6", "outcome", "done")
                                        .timers()
                                        .stream()
                                        .mapToLong(Timer::count)
                                        .sum())
                .toList();
    }

    private double waiting() {
        return rooms.stream()
                .flatMap(room -> room.now().stream())
                .filter(value -> value.name().equals("handtag.commands.waiting"))
                .filter(value ->
                        value.tags().stream().anyMatch(tag -> tag.getValue().equals("due")))
                .mapToDouble(Gauged.Value::number)
                .sum();
    }
}
