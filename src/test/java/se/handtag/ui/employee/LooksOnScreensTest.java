package se.handtag.ui.employee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Receipts;
import se.handtag.commands.Command;
import se.handtag.commands.Holds;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Approvals;
import se.handtag.requests.Asked;
import se.handtag.requests.Decided;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Languages;
import se.handtag.ui.words.Opening;

/** Opening what another asked for is on record, once, and whose it is sees who looked. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LooksOnScreensTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    AuditLog log;

    @Autowired
    Receipts receipts;

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Holds holds;

    @Autowired
    Desk desk;

    @Autowired
    PortalState portal;

    @Test
    void whoever_of_it_opened_my_request_is_shown_and_gives_a_receipt() {
        RequestId request = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        open("sara", "request/" + request);
        AuditRecord look = newest();
        assertThat(look.kind()).isEqualTo(AuditKind.LOOK);
        assertThat(look.action()).isEqualTo("open-request");
        assertThat(look.actor()).isEqualTo("Sara Nyström");
        assertThat(look.request()).isEqualTo(request.value());
        assertThat(receipts.of(people.person("anna").id(), "user/" + ANNA, look.number()))
                .isPresent();
        open("anna", "touched");
        assertThat(page()).contains("Sara Nyström looked at a request for it");
    }

    @Test
    void whoever_is_to_decide_and_opens_my_request_is_shown_and_what_waits_in_their_inbox_is_no_look() {
        RequestId request = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        long before = newest().number();
        open("bo", "approvals");
        assertThat(newest().number()).isEqualTo(before);
        open("bo", "request/" + request);
        assertThat(newest().number()).isGreaterThan(before);
        assertThat(newest().actor()).isEqualTo("Bo Lind");
        assertThat(newest().action()).isEqualTo("open-request");
    }

    @Test
    void one_s_own_request_and_what_it_asked_for_about_my_device_is_no_look_of_mine_nor_of_theirs() {
        RequestId mine = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        long before = newest().number();
        open("anna", "request/" + mine);
        assertThat(newest().number()).isEqualTo(before);
        var theirs = new RequestId(Objects.requireNonNull(
                desk.orders("sara", new Action.Message("Call us"), ANNAS_IPHONE).request()));
        long asked = newest().number();
        open("sara", "request/" + theirs);
        assertThat(looksSince(asked)).isEmpty();
    }

    private List<AuditRecord> looksSince(long number) {
        return log.find(new AuditQuery(null, null, AuditKind.LOOK, null, null, null), Long.MAX_VALUE, 50).stream()
                .filter(look -> look.number() > number)
                .toList();
    }

    @Test
    void two_requests_opened_one_after_the_other_are_two_looks_and_what_happens_meanwhile_is_none() {
        RequestId annas = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        RequestId bos = desk.asksAndWaits("bo", new Action.ClearPasscode(), BOS_IPHONE);
        long before = newest().number();
        open("sara", "request/" + annas);
        UI.getCurrent().navigate("request/" + bos);
        assertThat(looksSince(before)).extracting(AuditRecord::request).containsExactly(bos.value(), annas.value());
        String waiting = page();
        approvals.reject(people.actor("eva"), bos, "No");
        follow(waiting);
        assertThat(looksSince(before)).hasSize(2);
    }

    @Test
    void a_slow_reading_of_what_was_left_says_nothing_of_what_was_opened_after_it() {
        var looks = new AtomicInteger();
        var left = new Opening<>("left");
        var opened = new Opening<>("opened");
        left.find(Optional::of, _ -> opened.find(Optional::of, _ -> looks.incrementAndGet()));
        opened.find(Optional::of, _ -> looks.incrementAndGet());
        assertThat(looks).hasValue(1);
    }

    @Test
    void whoever_opens_the_page_that_calls_off_is_shown_once_and_gives_a_receipt() {
        portal.holdSending();
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        long before = newest().number();
        open("sara", "call-off/" + wipe.id());
        AuditRecord look = newest();
        assertThat(look.kind()).isEqualTo(AuditKind.LOOK);
        assertThat(look.action()).isEqualTo("open-command");
        assertThat(look.actor()).isEqualTo("Sara Nyström");
        assertThat(look.command()).isEqualTo(wipe.id().value());
        String waiting = page();
        holds.callOff(people.actor("anna"), wipe.id());
        follow(waiting);
        assertThat(looksSince(before)).hasSize(1);
        open("anna", "touched");
        assertThat(page()).contains("Sara Nyström looked at what was ordered for it");
    }

    @Test
    void the_page_that_calls_off_what_one_asked_for_is_no_look() {
        portal.holdSending();
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        long before = newest().number();
        open("anna", "call-off/" + wipe.id());
        assertThat(page()).contains("Erase everything");
        assertThat(looksSince(before)).isEmpty();
    }

    @Test
    void a_look_at_what_was_asked_about_nobody_s_is_shown_to_whoever_asked() {
        portal.holdSending();
        Asked asked = requests.ask(
                people.actor("sara"), new Subject.OfTag(new TagId(4), "Utomlands"), new Action.DeleteTag(), "because");
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        open("daniel", "request/" + ((Asked.OnItsWay) asked).request());
        open("sara", "touched");
        assertThat(page()).contains("Daniel Haddad looked at a request for it", "Utomlands");
    }

    @Test
    void whoever_opens_or_decides_what_is_not_for_them_reads_that_there_is_none_and_is_on_record() {
        portal.holdSending();
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        RequestId request = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        open("yusuf", "request/" + request);
        assertThat(page()).contains("Page not found");
        open("yusuf", "call-off/" + wipe.id());
        assertThat(page()).contains("Page not found");
        assertThat(holds.callOff(people.actor("yusuf"), wipe.id())).isEqualTo(Holds.CalledOff.NOT_YOURS);
        assertThat(approvals.approve(people.actor("yusuf"), request, null)).isInstanceOf(Decided.NotYours.class);
        assertThat(log.find(new AuditQuery(null, null, AuditKind.REFUSED_ACCESS, null, null, null), Long.MAX_VALUE, 4)
                        .reversed())
                .allSatisfy(record -> assertThat(record.actor()).startsWith("Yusuf"))
                .extracting(record -> record.action() + " " + record.outcome())
                .containsExactly(
                        "open-request no such request",
                        "open-command no such command",
                        "call-off no such command",
                        "approve no such request");
    }

    @ParameterizedTest
    @CsvSource({"lost-now, lost", "held, held", "unknown, unknown"})
    void a_list_of_what_happens_to_others_devices_is_on_record(String path, String list) {
        long before =
                log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1).getFirst().number();
        open("sara", path);
        assertThat(looksSince(before))
                .extracting(look -> look.facts().get("list"))
                .containsExactly(list);
    }

    private void follow(String before) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).isNotEqualTo(before);
        });
    }

    private AuditRecord newest() {
        return receipts.concerning(people.person("anna").id(), "user/" + ANNA, Long.MAX_VALUE, 1)
                .getFirst();
    }

    private void open(String who, String path) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate(path);
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
