package se.handtag.ui.employee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalDevices;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.devices.Fleet;
import se.handtag.grants.Grant;
import se.handtag.grants.Grants;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Subject;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.Request;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Languages;

@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmployeeScreensTest extends SpringBrowserlessTest {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";
    private static final String BOS_IPHONE = "c47af6fd-985c-41df-a54a-d99534fc6853";
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    @Autowired
    SamplePeople people;

    @Autowired
    Requests requests;

    @Autowired
    AuditLog log;

    @Autowired
    PortalState portal;

    @Autowired
    PortalClock clock;

    @Autowired
    Grants grants;

    @Autowired
    InstalledApps installed;

    @Autowired
    ReachableDevices reachable;

    @Autowired
    Fleet fleet;

    @Test
    void my_devices_are_mine_and_nobody_else_s() {
        open("anna", "");
        assertThat(page())
                .contains("Hi Anna", "3 devices", "Annas iPhone", "Fältplatta 12", "Annas MacBook")
                .doesNotContain("Bos iPhone");
    }

    @Test
    void whoever_has_no_device_or_is_not_in_the_mdm_is_told_so_and_whom_to_ask() {
        open("yusuf", "");
        assertThat(page()).contains("You have no device yet", "031-00 00 00");
        open("tomasz", "");
        assertThat(page()).contains("The device management does not know you yet", "031-00 00 00");
        open("linnea", "");
        assertThat(page()).contains("The device management knows more than one of you");
    }

    @Test
    void another_s_device_and_none_are_the_same_page_and_both_are_on_record() {
        long before = records("REFUSED_ACCESS");
        open("anna", "device/" + BOS_IPHONE);
        String anothers = page();
        open("anna", "device/" + NOBODYS);
        assertThat(page()).isEqualTo(anothers).contains("Page not found");
        assertThat(records("REFUSED_ACCESS")).isEqualTo(before + 2);
    }

    @Test
    void the_help_desk_sees_whose_device_it_is_and_the_look_is_on_record() {
        long before = records("LOOK");
        open("maja", "device/" + ANNAS_IPHONE);
        assertThat(page()).contains("This is Anna Åkesson’s device");
        assertThat(records("LOOK")).isEqualTo(before + 1);
    }

    @Test
    void what_a_mac_cannot_do_is_told_in_the_rules_own_words() {
        open("anna", "device/188640b8-9283-47ac-bdd8-d6e2cd2e1507");
        var lock = $(ActionRow.class).all().stream()
                .filter(row -> row.getElement().getTextRecursively().contains("Lock the screen"))
                .findFirst()
                .orElseThrow();
        assertThat(lock.getElement().getTextRecursively()).contains("A Mac locks with a PIN");
    }

    @Test
    void a_passcode_is_asked_for_with_a_reason_and_waits_for_the_manager() {
        open("anna", "device/" + ANNAS_IPHONE);
        test(labelled("Request: Clear the passcode")).click();
        test(button("Request for iPhone 16 …K7QX")).click();
        assertThat($(Dialog.class).single().isOpened()).as("without a reason").isTrue();
        test($(TextArea.class).single()).setValue("I forgot it.");
        test(button("Request for iPhone 16 …K7QX")).click();
        assertThat(requests.of(people.person("anna")))
                .singleElement()
                .satisfies(request -> assertThat(request.state()).isEqualTo(Request.State.WAITING));
        assertThat(page()).contains("Clear the passcode", "I forgot it.", "Waiting for");
    }

    @Test
    void why_it_is_asked_for_stands_between_the_quotes_of_the_reader_s_language() {
        a_passcode_is_asked_for_with_a_reason_and_waits_for_the_manager();
        assertThat(page()).contains("“I forgot it.”");
        UI.getCurrent().setLocale(Languages.SWEDISH);
        UI.getCurrent().navigate("requests");
        UI.getCurrent()
                .navigate("request/"
                        + requests.of(people.person("anna")).getFirst().id());
        assertThat(page()).contains("”I forgot it.”");
    }

    @Test
    void a_waiting_request_can_be_taken_back() {
        a_passcode_is_asked_for_with_a_reason_and_waits_for_the_manager();
        test(button("Withdraw")).click();
        test(button("Withdraw for iPhone 16 …K7QX")).click();
        assertThat(requests.of(people.person("anna")).getFirst().state()).isEqualTo(Request.State.WITHDRAWN);
    }

    @Test
    void an_app_of_the_catalogue_is_installed_at_once() {
        portal.holdSending();
        open("anna", "apps");
        assertThat(page()).contains("For iPhone and iPad", "BankID");
        test(labelled("Install: BankID")).click();
        test(button("Install on iPhone 16 …K7QX")).click();
        assertThat(page()).contains("Install BankID", "On its way to the device management");
        open("anna", "requests");
        assertThat(page()).contains("Install BankID");
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_app_is_asked_for_for_a_time_and_its_page_says_for_how_long() {
        portal.holdSending();
        open("anna", "apps");
        test(labelled("Install: BankID")).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively()).contains("For good", "14 days");
        $(RadioButtonGroup.class).single().setValue(14);
        test(button("Install on iPhone 16 …K7QX")).click();
        assertThat(page()).contains("Install BankID", "For how long", "14 days");
        var request = requests.of(people.person("anna")).getFirst();
        assertThat(grants.of(request.id())).get().extracting(Grant::days).isEqualTo(14);
    }

    @Test
    void an_app_that_was_taken_back_is_not_offered_to_be_removed() {
        open("anna", "apps");
        grants.ask(
                people.actor("anna"),
                new Subject.OfDevice(fleet.readNow(PortalDevices.ANNAS_IPHONE).orElseThrow()),
                PortalDevices.TEAMS,
                null,
                1);
        var request = requests.of(people.person("anna")).getFirst().id();
        await().pollInSameThread().untilAsserted(() -> {
            open("anna", "apps");
            assertThat(page()).contains("You have it until");
        });
        clock.pass(Duration.ofDays(1).plusMinutes(1));
        await().untilAsserted(() ->
                assertThat(grants.of(request)).get().extracting(Grant::state).isEqualTo(Grant.State.ENDED));
        assertThat(installed.removable(reachable
                        .find(people.person("anna"), PortalDevices.ANNAS_IPHONE)
                        .orElseThrow()))
                .isEmpty();
    }

    @Test
    void another_s_request_is_not_there() {
        a_passcode_is_asked_for_with_a_reason_and_waits_for_the_manager();
        var id = requests.of(people.person("anna")).getFirst().id();
        open("ingrid", "request/" + id);
        assertThat(page()).contains("Page not found");
        open("bo", "request/" + id);
        assertThat(page()).contains("Clear the passcode");
    }

    private void open(String who, String path) {
        people.signIn(who);
        // A browser of their own: who is signed in is asked when it is opened.
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate(path);
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }

    private long records(String kind) {
        return log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 10_000).stream()
                .filter(found -> found.toString().contains(kind))
                .count();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    private Button labelled(String label) {
        return $(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
    }
}
