package se.handtag.ui.employee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BO;
import static se.handtag.PortalDevices.BOS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalMdm;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Receipts;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.recovery.HelpDeskVisits;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Approvals;
import se.handtag.requests.Decided;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Languages;

/** What a person sees of what happened to their devices, and of who looked. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TouchedViewTest extends SpringBrowserlessTest {
    /** More than are read at a time. */
    private static final int OWN = 210;

    @Autowired
    SamplePeople people;

    @Autowired
    AuditLog log;

    @Autowired
    Receipts receipts;

    @Autowired
    Commands commands;

    @Autowired
    LostReports lost;

    @Autowired
    LostEndings endings;

    @Autowired
    HelpDeskVisits visits;

    @Autowired
    Approvals approvals;

    @Autowired
    Desk desk;

    @Autowired
    PortalMdm mdm;

    @Autowired
    PortalState portal;

    @Test
    void what_was_before_it_was_mine_is_not_shown() {
        open("bo", "touched");
        String before = page();
        open("maja", "device/" + ANNAS_IPHONE);
        portal.holdSending();
        desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        desk.orders("maja", new Action.Lock(), ANNAS_IPHONE);
        visits.open(people.actor("maja"), "INC-1", annasAddress());
        lost.report(people.actor("maja"), ANNAS_IPHONE);
        mdm.give(ANNAS_IPHONE, BO);
        open("bo", "touched");
        assertThat(page()).isEqualTo(before);
    }

    @Test
    void whoever_looked_is_shown_and_gives_a_receipt() {
        open("maja", "device/" + ANNAS_IPHONE);
        AuditRecord look = newest();
        assertThat(look.kind()).isEqualTo(AuditKind.LOOK);
        assertThat(look.action()).isEqualTo("open-device");
        assertThat(receipts.of(people.person("anna").id(), "user/" + ANNA, look.number()))
                .isPresent();
        open("anna", "touched");
        assertThat(page()).contains("Maja Lindqvist looked at it");
    }

    @Test
    void of_what_another_sent_to_my_device_i_have_a_receipt_to_its_end_without_their_reason() {
        Command lock = desk.orders("maja", new Action.Lock(), ANNAS_IPHONE);
        await().untilAsserted(() ->
                assertThat(commands.find(lock.id()).orElseThrow().state()).isEqualTo(CommandState.ACCEPTED));
        List<AuditRecord> mine = ofRequest(lock, "anna", "user/" + ANNA);
        assertThat(mine)
                .extracting(record -> record.kind() + " " + record.outcome())
                .contains("DECISION allowed", "INTENT sending", "OUTCOME ACCEPTED");
        assertThat(mine).allSatisfy(record -> {
            assertThat(receipts.of(people.person("anna").id(), "user/" + ANNA, record.number()))
                    .hasValueSatisfying(receipt -> assertThat(receipt).doesNotContain("because"));
            assertThat(receipts.of(people.person("bo").id(), "user/" + BO, record.number()))
                    .isEmpty();
        });
        assertThat(ofRequest(lock, "maja", null))
                .filteredOn(record -> record.kind() == AuditKind.DECISION)
                .allSatisfy(record -> assertThat(
                                receipts.of(people.person("maja").id(), null, record.number()))
                        .hasValueSatisfying(receipt -> assertThat(receipt).contains("because")));
    }

    @Test
    void what_others_say_to_each_other_about_it_is_in_theirs_alone() {
        RequestId wipe = desk.asksAndWaits("sara", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(approvals.approve(people.actor("daniel"), wipe, "between the two of us"))
                .isInstanceOf(Decided.Done.class);
        Command held = desk.commandOf(wipe);
        assertThat(ofRequest(held, "anna", "user/" + ANNA))
                .extracting(record -> record.kind() + " " + record.outcome())
                .contains("APPROVAL approved");
        assertThat(receiptsOf(held, "anna", "user/" + ANNA))
                .isNotEmpty()
                .allSatisfy(receipt -> assertThat(receipt).doesNotContain("between the two of us", "because"));
        assertThat(receiptsOf(held, "sara", null)).anyMatch(receipt -> receipt.contains("between the two of us"));
    }

    private List<String> receiptsOf(Command command, String username, @Nullable String user) {
        return ofRequest(command, username, user).stream()
                .map(record -> receipts.of(people.person(username).id(), user, record.number())
                        .orElseThrow())
                .toList();
    }

    private List<AuditRecord> ofRequest(Command command, String username, @Nullable String user) {
        return receipts.concerning(people.person(username).id(), user, Long.MAX_VALUE, 50).stream()
                .filter(record -> Objects.equals(record.request(), command.request()))
                .toList();
    }

    @Test
    void whoever_opened_my_page_is_shown_and_gives_a_receipt() {
        open("sara", "directory/person/" + ANNA);
        AuditRecord look = newest();
        assertThat(look.action()).isEqualTo("open-person");
        assertThat(receipts.of(people.person("anna").id(), "user/" + ANNA, look.number()))
                .isPresent();
    }

    @Test
    void a_visit_of_the_help_desk_is_shown_with_its_ticket() {
        visits.open(people.actor("maja"), "INC-4799", annasAddress());
        assertThat(newest().action()).isEqualTo("open-device");
        open("anna", "touched");
        assertThat(page()).contains("Ticket INC-4799");
    }

    @Test
    void everything_that_happened_stands_there_with_who_did_it() {
        Command clear = desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        await().untilAsserted(() ->
                assertThat(commands.find(clear.id()).orElseThrow().state()).isEqualTo(CommandState.ACCEPTED));
        lost.report(people.actor("maja"), ANNAS_IPHONE);
        open("anna", "touched");
        assertThat(page())
                .contains(
                        "You asked for this: clear the passcode",
                        "Bo Lind decided on a request: clear the passcode",
                        "Clear the passcode: Accepted by the device management",
                        "Maja Lindqvist reported it lost");
        assertThat(endings.end(people.actor("sara"), ANNAS_IPHONE, LostReport.Ending.FOUND))
                .isEqualTo(LostEndings.Ended.YES);
        open("anna", "touched");
        assertThat(page()).contains("Sara Nyström ended the report that it is lost");
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_i_did_myself_can_be_left_out() {
        portal.holdSending();
        desk.ordersWithApproval("anna", new Action.ClearPasscode(), ANNAS_IPHONE, "bo");
        open("anna", "touched");
        assertThat(page()).contains("You asked for this");
        $(RadioButtonGroup.class).single().setValue(Boolean.TRUE);
        assertThat(page()).doesNotContain("You asked for this").contains("Bo Lind decided on a request");
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_others_did_is_found_below_however_much_of_my_own() {
        visits.open(people.actor("maja"), "INC-4811", annasAddress());
        manyOfAnnasOwn();
        open("anna", "touched");
        assertThat(page()).doesNotContain("INC-4811").contains("This is not all yet");
        $(RadioButtonGroup.class).single().setValue(Boolean.TRUE);
        assertThat(page()).contains("Ticket INC-4811").doesNotContain("You asked for this");
    }

    @Test
    void one_reads_on_to_what_is_older() {
        visits.open(people.actor("maja"), "INC-4812", annasAddress());
        manyOfAnnasOwn();
        open("anna", "touched");
        Button more = $(Button.class).withText("Show more").single();
        for (int pressed = 0; pressed < OWN / 50 + 1 && !page().contains("INC-4812"); pressed++) {
            test(more).click();
        }
        assertThat($(ActionRow.class).all().stream()
                        .map(row -> row.getElement().getTextRecursively())
                        .takeWhile(row -> !row.contains("Ticket INC-4812")))
                .as("before it none is missing and none is there twice")
                .hasSize(OWN);
    }

    @Test
    void whoever_sees_all_there_is_reads_that_it_is_all() {
        var wiktoria = Objects.requireNonNull(
                people.person("wiktoria.nowak").directory().email());
        visits.open(people.actor("maja"), "INC-4813", wiktoria);
        open("wiktoria.nowak", "touched");
        assertThat(page()).contains("Ticket INC-4813", "That is all since your devices became yours.");
        assertThat($(Button.class).withText("Show more").exists()).isFalse();
    }

    @Test
    void each_deed_has_its_own_name() {
        log.appendAlone(AuditEntry.of(AuditKind.LOST)
                .by(people.actor("maja"))
                .onBehalfOf("user/" + ANNA, "Anna Åkesson")
                .device(ANNAS_IPHONE.value(), "iPhone 16 …K7QX")
                .action("repeat-lock")
                .outcome("ordered"));
        log.appendAlone(AuditEntry.of(AuditKind.HOLD)
                .by(people.actor("sara"))
                .onBehalfOf("user/" + ANNA, "Anna Åkesson")
                .device(ANNAS_IPHONE.value(), "iPhone 16 …K7QX")
                .action("wipe")
                .outcome("first to release"));
        open("anna", "touched");
        assertThat(page())
                .contains(
                        "Maja Lindqvist tried once more to lock it",
                        "Sara Nyström of IT said yes to this, the first of two");
    }

    private void manyOfAnnasOwn() {
        var own = AuditEntry.of(AuditKind.DECISION)
                .by(people.actor("anna"))
                .onBehalfOf("user/" + ANNA, "Anna Åkesson")
                .device(ANNAS_IPHONE.value(), "iPhone 16 …K7QX")
                .action("lock")
                .outcome("allowed");
        for (int each = 0; each < OWN; each++) {
            log.appendAlone(own);
        }
    }

    @Test
    void what_others_do_elsewhere_is_not_there() {
        open("anna", "touched");
        String before = page();
        desk.orders("bo", new Action.Lock(), BOS_IPHONE);
        open("anna", "touched");
        assertThat(page()).isEqualTo(before);
    }

    private AuditRecord newest() {
        return receipts.concerning(people.person("anna").id(), "user/" + ANNA, Long.MAX_VALUE, 1)
                .getFirst();
    }

    private String annasAddress() {
        return Objects.requireNonNull(people.person("anna").directory().email());
    }

    private void open(String who, String path) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate(path);
    }

    private String page() {
        return Arrays.stream(
                        $(Main.class).single().getElement().getTextRecursively().split("\n"))
                .reduce("", String::concat);
    }
}
