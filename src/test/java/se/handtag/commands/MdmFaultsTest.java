package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_TABLET;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.NewTag;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;
import se.handtag.requests.Requests;

/**
 * Whatever goes wrong with a call, from the request to the MDM's own journal: what may be repeated comes through, and what may
 * not is never sent twice, nor said to be done without having been.
 */
@PortalTest
class MdmFaultsTest {
    /** Those that keep a call from having its effect. */
    private static final Set<String> PREVENT = Set.of("reset", "hangup", "error", "throttle", "noise");

    /** Longer than the portal waits for an answer. */
    private static final int TOO_LONG = 4_000;

    @Autowired
    Delivery delivery;

    @Autowired
    Commands commands;

    @Autowired
    Requests requests;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalState portal;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void by_hand() {
        portal.holdSending();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # fault    order to a device, creation
            reset,     UNKNOWN,           UNKNOWN
            hangup,    UNKNOWN,           UNKNOWN
            error,     UNKNOWN,           UNKNOWN
            noise,     UNKNOWN,           UNKNOWN
            throttle,  ACCEPTED,          ACCEPTED
            empty,     ACCEPTED,          UNKNOWN
            garbage,   ACCEPTED,          UNKNOWN
            truncated, ACCEPTED,          UNKNOWN
            slow,      ACCEPTED,          UNKNOWN
            lost,      UNKNOWN,           UNKNOWN
            late,      UNKNOWN,           UNKNOWN
            delay,     UNKNOWN,           UNKNOWN
            """)
    void no_fault_of_the_answer_sends_twice_what_may_not_be(String fault, CommandState order, CommandState creation)
            throws Exception {
        Command refresh = desk.orders("anna", new Action.Refresh(), ANNAS_TABLET);
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        Command create = creation();
        mdm.faultOnce(fault, TOO_LONG, "POST", "/inventorydevice");
        mdm.faultOnce(fault, TOO_LONG, "POST", "/clearpasscode");
        mdm.faultOnce(fault, TOO_LONG, "POST", "/tags");

        untilSettled(refresh, clear, create);

        assertThat(now(refresh)).as("what may be repeated").isEqualTo(CommandState.ACCEPTED);
        assertThat(now(clear)).as("an order").isEqualTo(order);
        assertThat(now(create)).as("a creation").isEqualTo(creation);
        int once = fault.equals("throttle") ? 2 : 1;
        int effects = PREVENT.contains(fault) && once == 1 ? 0 : 1;
        // An effect may come after the portal has given up on the answer.
        await().untilAsserted(() -> {
            assertThat(mdm.sent("/inventorydevice", PREVENT)).isEqualTo(order == CommandState.UNKNOWN ? 2 : once);
            assertThat(mdm.sent("/clearpasscode", Set.of())).isEqualTo(effects);
            assertThat(mdm.sent("/tags", Set.of())).isEqualTo(effects);
        });
        assertThat(mdm.sent("/clearpasscode", PREVENT)).isEqualTo(once);
        assertThat(mdm.sent("/tags", PREVENT)).isEqualTo(once);
        assertThat(desk.story(clear)).filteredOn("INTENT sending"::equals).hasSize(once);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"reset", "hangup", "error", "noise", "throttle", "empty", "garbage", "truncated", "lost"})
    void without_an_answer_to_what_it_asks_first_nothing_is_sent_and_nothing_given_up(String fault) {
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        mdm.fault(fault, "GET", "/devices/");
        delivery.next(clear.id());
        assertThat(now(clear)).isEqualTo(CommandState.DUE);
        mdm.noFaults();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        delivery.next(clear.id());
        assertThat(now(clear)).isEqualTo(CommandState.ACCEPTED);
        assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("clearpasscode");
    }

    private Command creation() {
        Asked asked = requests.ask(
                people.actor("sara"), new Subject.Company(), new Action.CreateTag(new NewTag("Utflykt")), null);
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        return desk.commandOf(((Asked.OnItsWay) asked).request());
    }

    /** Takes each as far as the scheduler would, and then once more. */
    private void untilSettled(Command... placed) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> under = List.of(placed).stream()
                    .<Future<?>>map(command -> threads.submit(() -> {
                        for (int tries = 0; tries < 6 && !isAnswered(command); tries++) {
                            delivery.next(command.id());
                        }
                        if (now(command) == CommandState.UNKNOWN) {
                            delivery.next(command.id());
                        }
                    }))
                    .toList();
            for (Future<?> each : under) {
                each.get();
            }
        }
    }

    private boolean isAnswered(Command command) {
        return now(command) == CommandState.ACCEPTED || now(command) == CommandState.UNKNOWN;
    }

    private CommandState now(Command command) {
        return commands.find(command.id()).orElseThrow().state();
    }
}
