package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.SecondNode;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;

/** Two portals on one database, started with the settings of production. */
@PortalTest
class TwoNodesTest {
    private static final int ROUNDS = 40;
    private static final DeviceId FATIMAS_IPHONE = DeviceId.of("31f6d5c1-376d-4664-bc0b-8d7cd9a8d85a");

    @Autowired
    Environment settings;

    @Autowired
    Requests requests;

    @Autowired
    Approvals here;

    @Autowired
    Commands commands;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalState portal;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext other;

    @BeforeEach
    void startTheOtherNode() {
        portal.holdSending();
        other = SecondNode.start(settings);
    }

    @AfterEach
    void stopTheOtherNode() {
        other.close();
    }

    @Test
    void of_two_who_decide_the_same_request_at_once_from_two_nodes_exactly_one_wins() throws Exception {
        Approvals there = other.getBean(Approvals.class);
        var bo = people.actor("bo");
        var jasmina = people.actor("jasmina.hodzic");
        int wonHere = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RequestId request = desk.asksAndWaits("fatima.al-khatib", new Action.ClearPasscode(), FATIMAS_IPHONE);
            var start = new CyclicBarrier(2);
            Decided first;
            Decided second;
            try (var threads = Executors.newFixedThreadPool(2)) {
                var one = threads.submit(() -> {
                    start.await();
                    return here.approve(bo, request, null);
                });
                var two = threads.submit(() -> {
                    start.await();
                    return there.reject(jasmina, request, null);
                });
                first = one.get();
                second = two.get();
            }
            assertThat(List.of(first, second))
                    .filteredOn(Decided.Done.class::isInstance)
                    .hasSize(1);
            Request decided = requests.find(people.person("sara"), request).orElseThrow();
            assertThat(decided.decisions()).hasSize(1);
            boolean approved = first instanceof Decided.Done;
            wonHere += approved ? 1 : 0;
            assertThat(decided.state()).isEqualTo(approved ? Request.State.APPROVED : Request.State.REJECTED);
            assertThat(commands.ofRequest(request.value()).isPresent()).isEqualTo(approved);
            assertThat(approved ? second : first).isInstanceOfSatisfying(Decided.AlreadyDecided.class, late -> {
                assertThat(late.byName())
                        .isEqualTo(decided.decisions().getFirst().byName());
                assertThat(late.at()).isEqualTo(decided.decisions().getFirst().at());
            });
        }
        System.out.printf("Of %d requests decided from two nodes at once, %d were won here%n", ROUNDS, wonHere);
    }
}
