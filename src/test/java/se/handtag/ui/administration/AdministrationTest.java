package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import se.handtag.PortalClock;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.GroupId;
import se.handtag.notifications.Message;
import se.handtag.notifications.Messages;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.recovery.ColleagueReports;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Delegations;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Languages;

@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdministrationTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    AuditLog log;

    @Autowired
    LostReports reports;

    @Autowired
    ColleagueReports colleagues;

    @Autowired
    Requests requests;

    @Autowired
    Commands commands;

    @Autowired
    Delegations delegations;

    @Autowired
    Messages messages;

    @Autowired
    PortalClock clock;

    @Autowired
    SignedIn signedIn;

    @Autowired
    AuditWords words;

    @Autowired
    PortalMdm mdm;

    @Value("${handtag.audit.checkpoints.folder}")
    Path place;

    @Test
    void a_found_device_is_lifted_by_somebody_else() {
        reports.report(people.actor("anna"), ANNAS_IPHONE);
        open("maja", LostNowView.class);
        assertThat(page()).contains("Reported by Anna Åkesson");
        press("It is found");
        press("iPhone 16 …K7QX is found");
        assertThat(reports.open()).isEmpty();
        assertThat(page()).contains("Nothing is lost");
    }

    @Test
    void what_was_reported_for_colleagues_stands_there_with_what_came_of_it() {
        colleagues.report(people.actor("maja"), "Någon Annan", null);
        await().pollInSameThread().untilAsserted(() -> {
            open("sara", LostNowView.class);
            assertThat(page()).contains("Maja Lindqvist reported for: Någon Annan", "Nobody, or more than one, fits");
        });
    }

    @Test
    void whoever_reported_a_device_does_not_lift_the_report() {
        reports.report(people.actor("maja"), ANNAS_IPHONE);
        open("maja", LostNowView.class);
        assertThat(page()).contains("You reported this one yourself");
        assertThat($(Button.class).withText("It is found").exists()).isFalse();
    }

    @Test
    void it_settles_what_nobody_knows_and_says_how_it_knows() {
        mdm.fault("lost", "POST", "sendmessage");
        requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.Message("Call me"), null);
        await().until(() -> !commands.unknown().isEmpty());
        var command = commands.unknown().getFirst();
        open("sara", UnknownOutcomesView.class);
        assertThat(page()).contains("Send a message to the screen: iPhone 16 …K7QX", "Anna Åkesson");
        press("It happened");
        press("It happened on iPhone 16 …K7QX");
        assertThat(commands.unknown()).hasSize(1);
        test($(TextArea.class).single()).setValue("Anna has read it.");
        press("It happened on iPhone 16 …K7QX");
        assertThat(commands.find(command.id()).orElseThrow().state()).isEqualTo(CommandState.SETTLED_DONE);
        assertThat(page()).contains("Every outcome is known");
        assertThat(last(AuditKind.SETTLED).facts()).containsEntry("reason", "Anna has read it.");
    }

    @Test
    void it_sees_what_the_mdm_refused() {
        var full = new Subject.OfGroup(new GroupId(1), "Fjällräv");
        requests.ask(people.actor("sara"), full, new Action.DeleteGroup(), "because");
        await().until(() -> !commands.failedSince(Instant.EPOCH, 1).isEmpty());
        open("sara", UnknownOutcomesView.class);
        assertThat(page())
                .contains(
                        "What came to nothing", ": Fjällräv", "Asked by Sara Nyström", "The device management said no");
    }

    @Test
    void it_ends_who_stands_in_for_somebody_and_both_are_told() {
        var now = clock.instant();
        delegations.delegate(
                people.actor("bo"), "jasmina.hodzic@fjallrav.example", now, now.plus(Duration.ofDays(1)), Set.of());
        as("sara");
        UI.getCurrent().navigate("approvals/stand-ins");
        assertThat(page()).contains("Jasmina Hodžić for Bo Lind");
        press("End: Jasmina Hodžić");
        test($(Button.class).withText("End: Jasmina Hodžić").last()).click();
        assertThat(delegations.by(people.person("bo"))).isEmpty();
        assertThat(last(AuditKind.DELEGATION).actor()).isEqualTo("Sara Nyström");
        assertThat(messages.of(people.person("bo"), 5))
                .extracting(Message::what)
                .contains(Message.What.YOUR_STAND_IN_ENDED);
    }

    @Test
    void the_log_is_narrowed_by_kind_and_opened_record_by_record() {
        reports.report(people.actor("anna"), ANNAS_IPHONE);
        var record = last(AuditKind.LOST);
        open("per-olof", AuditView.class);
        test(kinds()).selectItem("Lost device");
        test(table()).clickRow(0);
        assertThat($(Dialog.class).single().getHeaderTitle()).isEqualTo("Record " + record.number());
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Anna Åkesson", "Report it lost", record.hash());
        press("Timeline of this device or person");
        assertThat($(Dialog.class).all().getLast().getElement().getTextRecursively())
                .contains("Report it lost", "Anna Åkesson", "Lock");
    }

    @Test
    void an_export_is_on_record_before_its_first_line() {
        reports.report(people.actor("anna"), ANNAS_IPHONE);
        open("per-olof", AuditView.class);
        test(kinds()).selectItem("Log exported");
        var file = new ByteArrayOutputStream();
        test($(Anchor.class)
                        .withCondition(
                                link -> link.getElement().getTextRecursively().contains("Export"))
                        .single())
                .download(file);
        var exported = last(AuditKind.EXPORT);
        assertThat(exported.actor()).isEqualTo("Per-Olof Wallin");
        assertThat(exported.facts()).containsEntry("kind", "EXPORT");
        assertThat(file.toString(StandardCharsets.UTF_8).lines())
                .last()
                .asString()
                .contains("\"number\":" + exported.number(), exported.hash());
    }

    @Test
    void what_cannot_be_proved_is_no_file_and_the_auditor_reads_why() throws IOException {
        open("per-olof", AuditView.class);
        Path latest = place.resolve("latest");
        Path aside = place.resolve("aside");
        await().until(() -> Files.exists(latest));
        Files.move(latest, aside);
        Files.createDirectory(latest);
        try {
            var response = (VaadinServletResponse) VaadinResponse.getCurrent();
            var view = UI.getCurrent().getElement();
            var download = new DownloadEvent(VaadinRequest.getCurrent(), response, VaadinSession.getCurrent(), view);
            // As the test's browser shows an answer that is a failure.
            assertThatThrownBy(() -> new AuditExport(log, signedIn, clock).handleDownloadRequest(download))
                    .hasMessageContaining("503");
            await().pollInSameThread().untilAsserted(() -> {
                roundTrip();
                assertThat($(Notification.class).single().getElement().getTextRecursively())
                        .contains("no checkpoint of the log can be made now");
            });
        } finally {
            Files.delete(latest);
            Files.move(aside, latest);
        }
    }

    @Test
    void what_the_auditor_searches_and_takes_out_is_on_record() {
        reports.report(people.actor("anna"), ANNAS_IPHONE);
        var record = last(AuditKind.LOST);
        open("per-olof", AuditView.class);
        test(kinds()).selectItem("Lost device");
        var search = last(AuditKind.LOOK);
        assertThat(search.actor()).isEqualTo("Per-Olof Wallin");
        assertThat(search.action()).isEqualTo("search-log");
        assertThat(search.facts()).containsEntry("kind", "LOST");
        test(table()).clickRow(0);
        var file = new ByteArrayOutputStream();
        test($(Anchor.class)
                        .withCondition(
                                link -> link.getElement().getTextRecursively().contains("Receipt"))
                        .single())
                .download(file);
        var taken = last(AuditKind.EXPORT);
        assertThat(taken.action()).isEqualTo("receipt");
        assertThat(taken.actor()).isEqualTo("Per-Olof Wallin");
        assertThat(taken.facts()).containsEntry("number", String.valueOf(record.number()));
        assertThat(file.size()).isPositive();
    }

    @Test
    void a_check_of_the_log_says_that_it_is_whole() {
        open("per-olof", AuditView.class);
        assertThat(page()).contains("The first ", " newer ones are not covered yet.", "Public key");
        press("Check the log now");
        says("The log is whole");
        var checked = last(AuditKind.LOG);
        assertThat(checked.actor()).isEqualTo("Per-Olof Wallin");
        assertThat(checked.action()).isEqualTo("verify-log");
        assertThat(checked.outcome()).isEqualTo("whole");
        assertThat(checked.facts()).containsKey("records");
    }

    @Test
    void a_long_timeline_says_that_it_shows_the_newest() {
        IntStream.range(0, 200)
                .forEach(_ -> log.appendAlone(AuditEntry.of(AuditKind.LOOK).device(ANNAS_IPHONE.value(), "iPhone")));
        as("per-olof");
        new AuditTimeline(log, AuditQuery.ofDevice(ANNAS_IPHONE.value()), "All", words).open();
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("The newest 200 are shown");
    }

    @Test
    void each_look_into_the_log_is_on_record() {
        reports.report(people.actor("anna"), ANNAS_IPHONE);
        IntStream.range(0, 60)
                .forEach(
                        _ -> log.appendAlone(AuditEntry.of(AuditKind.DELEGATION).outcome("done")));
        long before = last(AuditKind.LOST).number();
        open("per-olof", AuditView.class);
        var opened = last(AuditKind.LOOK);
        assertThat(opened.number()).isGreaterThan(before);
        assertThat(opened.action()).isEqualTo("search-log");
        press("Read on");
        assertThat(last(AuditKind.LOOK).facts()).containsKey("before");
        test(kinds()).selectItem("Lost device");
        test(table()).clickRow(0);
        press("Timeline of this device or person");
        assertThat(last(AuditKind.LOOK).facts()).containsEntry("subject", "device/" + ANNAS_IPHONE.value());
    }

    @SuppressWarnings("unchecked")
    private Select<AuditKind> kinds() {
        return $(Select.class).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<AuditRecord> table() {
        return $(DataTable.class).single();
    }

    private AuditRecord last(AuditKind kind) {
        return log.find(new AuditQuery(null, null, kind, null, null, null), Long.MAX_VALUE, 1)
                .getFirst();
    }

    private void says(String text) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains(text);
        });
    }

    private void open(String who, Class<? extends Component> view) {
        as(who);
        navigate(view);
    }

    private void as(String who) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
    }

    private void press(String text) {
        test($(Button.class).withText(text).single()).click();
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
