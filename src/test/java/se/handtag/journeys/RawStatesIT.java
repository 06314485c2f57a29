package se.handtag.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalWithScreens;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandState;
import se.handtag.commands.Holds;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.requests.Approvals;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;

/**
 * Pages by which something is decided, taken back, called off or let pass, pressed by hand by everybody: as long as it is
 * theirs to do, and when it is over, by pages that were left open with the question on them.
 */
@PortalWithScreens
@DisplayNameGeneration(ReplaceUnderscores.class)
class RawStatesIT {
    private static final DeviceId JOHANS = DeviceId.of("aab2453f-cd09-46cb-b3d6-a1aedc5f14c7");
    private static final String REQUESTER = "johan.oberg";
    private static final String MANAGER = "bo";
    private static final String IT = "mehmet.yilmaz";
    private static final String LET_PASS = "Let it pass";
    /** How long a wipe waits, and a little more. */
    private static final Duration HOLD = Duration.ofMinutes(16);

    /** A colleague, the help desk, the auditor and another manager. */
    private static final List<String> OTHERS = List.of("aisha.abdi", "maja", "per-olof", "eva");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PortalMdm mdm;

    @Autowired
    private PortalClock clock;

    @Autowired
    private Desk desk;

    @Autowired
    private Requests requests;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Holds holds;

    @Autowired
    private SamplePeople people;

    private final Map<String, RawPresses> signedIn = new LinkedHashMap<>();
    private RawDeeds deeds;

    @BeforeEach
    void everybodyIsSignedIn() {
        deeds = new RawDeeds(database);
        Stream.concat(OTHERS.stream(), Stream.of(IT, "sara", "daniel", MANAGER, REQUESTER))
                .forEach(who -> signedIn.put(who, RawPresses.by(who, port)));
    }

    @AfterEach
    void everybodyLeaves() {
        signedIn.values().forEach(RawPresses::close);
        signedIn.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear-passcode", "wipe"})
    void what_waits_is_decided_by_its_manager_and_taken_back_by_its_requester_and_by_nobody_else(String kind) {
        RequestId request = asked(kind);
        nothingComesOf(() -> {
            OTHERS.forEach(who -> presses(who, request));
            presses(IT, request);
        });
        presses(REQUESTER, request);
        assertThat(state(request)).isEqualTo("WITHDRAWN");
        RequestId again = asked(kind);
        kept(again, Stream.of(MANAGER)).forEach(KeptPage::press);
        assertThat(state(again)).isIn("APPROVED", "REJECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear-passcode", "wipe"})
    void what_is_over_is_moved_by_no_page_that_was_left_open(String kind) {
        RequestId takenBack = asked(kind);
        var pages = kept(takenBack, everybody());
        assertThat(pages)
                .anyMatch(page -> page.count("Approve for") >= 2)
                .anyMatch(page -> page.count("Withdraw for") == 1);
        requests.withdraw(people.actor(REQUESTER), takenBack);
        nothingComesOf(pages);

        RequestId refused = asked(kind);
        var refusedPages = kept(refused, everybody());
        approvals.reject(people.actor(MANAGER), refused, "no");
        nothingComesOf(refusedPages);

        RequestId approved = asked(kind);
        var approvedPages = kept(approved, Stream.concat(OTHERS.stream(), Stream.of(IT, MANAGER)));
        var requesters = kept(approved, Stream.of(REQUESTER));
        approvals.approve(people.actor(MANAGER), approved, null);
        await().until(deeds::isQuiet);
        nothingComesOf(approvedPages);
        if (kind.equals("clear-passcode")) {
            nothingComesOf(requesters);
        } else {
            requesters.forEach(KeptPage::press);
            assertThat(command(approved).state())
                    .as("held, and the requester's to take back")
                    .isEqualTo(CommandState.CANCELLED);
            nothingComesOf(requesters);
        }

        RequestId expired = asked(kind);
        var expiredPages = kept(expired, everybody());
        clock.pass(Duration.ofDays(8));
        await().untilAsserted(() -> assertThat(state(expired)).isEqualTo("EXPIRED"));
        nothingComesOf(expiredPages);
    }

    @Test
    void what_is_held_is_called_off_by_those_concerned_and_by_nobody_else_and_once() {
        RequestId request = asked("wipe");
        approvals.approve(people.actor(MANAGER), request, null);
        await().until(deeds::isQuiet);
        CommandId held = command(request).id();
        String[] pages = {"call-off/" + held.value(), "held", "request/" + request, "device/" + JOHANS};
        nothingComesOf(() ->
                OTHERS.forEach(who -> List.of(pages[0], pages[1], pages[2]).forEach(page -> by(who).everything(page))));
        var late = Stream.of(IT, "sara", MANAGER, REQUESTER)
                .flatMap(who -> KeptPage.of(by(who), "call-off/" + held.value(), "held", "request/" + request).stream())
                .toList();
        assertThat(late).filteredOn(page -> page.count("Call it off") > 0).hasSizeGreaterThanOrEqualTo(6);
        by(MANAGER).everything("call-off/" + held.value());
        assertThat(command(request).state()).isEqualTo(CommandState.CANCELLED);
        nothingComesOf(late);
    }

    @Test
    void what_is_beyond_a_limit_is_let_pass_by_two_of_it_and_by_no_page_that_was_left_open() {
        for (int wipe = 1; wipe <= 5; wipe++) {
            RequestId within = wiped();
            assertThat(command(within).state()).isEqualTo(CommandState.ACCEPTED);
        }
        RequestId beyond = wiped();
        assertThat(command(beyond).beyondLimit()).isTrue();
        nothingComesOf(() -> {
            OTHERS.forEach(who -> by(who).everything("held"));
            by(MANAGER).everything("held");
        });
        var saras = KeptPage.of(by("sara"), "held", "held");
        saras.forEach(page -> page.press(LET_PASS));
        assertThat(command(beyond).state()).as("twice by one person").isEqualTo(CommandState.HELD);
        var late = KeptPage.of(by(IT), "held");
        KeptPage.of(by("daniel"), "held").forEach(page -> page.press(LET_PASS));
        await().until(() -> command(beyond).state() == CommandState.ACCEPTED);
        nothingComesOf(late);
        nothingComesOf(saras);
    }

    /** Approved, and past its hold. */
    private RequestId wiped() {
        RequestId request = asked("wipe");
        approvals.approve(people.actor(MANAGER), request, null);
        await().until(deeds::isQuiet);
        clock.pass(HOLD);
        await().until(() -> command(request).state() == CommandState.ACCEPTED
                || command(request).beyondLimit());
        return request;
    }

    private static Stream<String> everybody() {
        return Stream.concat(OTHERS.stream(), Stream.of(IT, MANAGER, REQUESTER));
    }

    private RequestId asked(String kind) {
        Action action = kind.equals("wipe") ? new Action.Wipe() : new Action.ClearPasscode();
        return desk.asksAndWaits(REQUESTER, action, JOHANS);
    }

    private List<KeptPage> kept(RequestId request, Stream<String> who) {
        return who.flatMap(each -> KeptPage.of(by(each), "approvals", "request/" + request).stream())
                .toList();
    }

    private RawPresses by(String who) {
        return Objects.requireNonNull(signedIn.get(who));
    }

    private void presses(String who, RequestId request) {
        List.of("approvals", "request/" + request).forEach(by(who)::everything);
    }

    private void nothingComesOf(List<KeptPage> pages) {
        nothingComesOf(() -> pages.forEach(KeptPage::press));
    }

    private void nothingComesOf(Runnable presses) {
        await().until(deeds::isQuiet);
        var before = deeds.everything();
        int written = mdm.written().size();
        presses.run();
        await().until(deeds::isQuiet);
        assertThat(deeds.everything()).isEqualTo(before);
        assertThat(mdm.written()).hasSize(written);
    }

    private Command command(RequestId request) {
        return desk.commandOf(request);
    }

    private String state(RequestId request) {
        return database.sql("select state from requests.request where id = :id")
                .param("id", request.value())
                .query(String.class)
                .single();
    }
}
