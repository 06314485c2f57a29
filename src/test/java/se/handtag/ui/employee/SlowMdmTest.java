package se.handtag.ui.employee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_TABLET;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.NO_DEVICE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalMdm;
import se.handtag.PortalReads;
import se.handtag.PortalTest;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.identity.SamplePeople;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Languages;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.words.SettablePatience;

/** What people see while the MDM takes its time. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowMdmTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    PortalReads reads;

    @Autowired
    PortalMdm mdm;

    @Autowired
    SettablePatience patience;

    @Autowired
    AuditLog log;

    @BeforeEach
    void a_slow_mdm() {
        patience.none();
        reads.hold();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anna |                                             | Hi Anna                  | Annas iPhone
            anna | device/19eefc94-c6ca-4215-9ac4-c366a4136e1a | Device                   | Lock the screen
            anna | apps                                        | Apps                     | BankID
            anna | requests                                    | Requests                 | You have not asked for anything yet
            anna | touched                                     | What happened            | Only what others did
            anna | details                                     | My details               | anna.akesson@
            anna | device/19eefc94-c6ca-4215-9ac4-c366a4136e1a/hand-over | Hand over      | Annas iPhone
            bo   | team                                        | My team                  | Anna Åkesson
            """)
    void the_page_stands_at_once_with_its_outline_and_what_the_mdm_says_comes_by_itself(
            String who, String path, String heading, String content) {
        people.person("anna");
        open(who, path == null ? "" : path);
        var title = $(H1.class).single();
        assertThat(title.getText()).contains(heading);
        assertThat(page()).doesNotContain(content);
        assertThat(outline().getElement().getAttribute("aria-busy")).isEqualTo("true");

        reads.release();
        comes(content);
        assertThat($(Skeleton.class).exists()).isFalse();
        assertThat($(H1.class).single()).as("where the focus is").isSameAs(title);
    }

    @Test
    void screen_readers_are_told_that_it_is_read_and_that_it_is_there() {
        open("anna", "");
        roundTrip();
        assertThat(told()).isEqualTo("Reading your devices…");
        reads.release();
        comes("Annas iPhone");
        assertThat(told()).isEqualTo("Here it is.");
    }

    @Test
    void whoever_has_lost_one_does_not_wait_for_the_others() {
        open("anna", "");
        assertThat(page()).contains("I lost a device");
        reads.release();
        comes("Annas iPhone");
        assertThat(page()).containsOnlyOnce("I lost a device");
    }

    @Test
    void whoever_turns_out_to_have_none_is_not_asked_which() {
        open("yusuf", "");
        reads.release();
        comes("You have no device yet");
        assertThat(page()).doesNotContain("I lost a device");
    }

    @Test
    void the_same_in_swedish() {
        open("anna", "", Languages.SWEDISH);
        roundTrip();
        assertThat(told()).isEqualTo("Hämtar dina enheter…");
        reads.release();
        comes("3 enheter");
    }

    @Test
    void what_is_at_hand_comes_with_the_page_and_without_an_outline() {
        patience.back();
        reads.release();
        open("anna", "");
        assertThat(page()).contains("Annas iPhone");
        assertThat($(Skeleton.class).exists()).isFalse();
        assertThat($(Main.class).single().getElement().getTextRecursively()).doesNotContain("Here it is");
    }

    @Test
    void a_device_s_page_gets_its_name_when_it_is_known() {
        open("anna", "device/" + ANNAS_IPHONE);
        assertThat(tab()).isEqualTo("Device – Handtag");
        reads.release();
        comes("Lock the screen");
        assertThat($(H1.class).single().getText()).isEqualTo("Annas iPhone");
        assertThat(tab()).isEqualTo("Annas iPhone – Handtag");
    }

    @Test
    void an_mdm_that_fails_in_the_end_leaves_the_usual_words() {
        open("anna", "");
        mdm.fault("error", "GET", "/");
        reads.release();
        comes("The device management does not answer now");
        assertThat($(Skeleton.class).exists()).isFalse();
    }

    @Test
    void a_device_of_which_nothing_is_known_has_the_usual_words_as_well() {
        reads.release();
        patience.back();
        open("maja", "");
        patience.none();
        reads.hold();
        open("maja", "device/" + ANNAS_IPHONE);
        mdm.fault("error", "GET", "/");
        reads.release();
        comes("The device management does not answer now");
    }

    @Test
    void another_s_device_and_none_look_the_same_and_are_on_record_also_when_it_turns_out_late() {
        long before = records("REFUSED_ACCESS");
        open("anna", "device/" + BOS_IPHONE);
        reads.release();
        comes("Page not found");
        String anothers = page();
        reads.hold();
        open("anna", "device/" + NO_DEVICE);
        reads.release();
        comes("Page not found");
        assertThat(page()).isEqualTo(anothers).contains("Nothing here for you");
        assertThat(tab()).isEqualTo("Page not found – Handtag");
        assertThat(records("REFUSED_ACCESS")).isEqualTo(before + 2);
    }

    @Test
    void a_look_at_another_s_device_is_on_record_with_who_looked() {
        long before = looks("Maja");
        open("maja", "device/" + ANNAS_IPHONE);
        reads.release();
        comes("This is Anna Åkesson’s device");
        assertThat(looks("Maja")).isEqualTo(before + 1);
    }

    @Test
    void whoever_goes_elsewhere_meanwhile_stays_there() {
        open("anna", "");
        var before = $(MyDevicesView.class).single();
        UI.getCurrent().navigate("apps");
        reads.release();
        comes("BankID");
        assertThat(before.getElement().getTextRecursively()).contains("Hi Anna").doesNotContain("Annas iPhone");
        assertThat(tab()).isEqualTo("Apps – Handtag");
    }

    @Test
    void pages_that_somebody_has_left_do_not_hold_up_the_one_they_went_to() {
        open("anna", "");
        for (String path : List.of("device/" + ANNAS_IPHONE, "details", "apps")) {
            UI.getCurrent().navigate(path);
        }
        UI.getCurrent().navigate("messages");
        comes("No messages yet");
    }

    @Test
    void the_device_that_was_asked_for_last_is_shown_whichever_answer_comes_last() {
        open("anna", "device/" + ANNAS_IPHONE);
        UI.getCurrent().navigate("device/" + ANNAS_TABLET);
        reads.release();
        comes("Lock the screen");
        roundTrip();
        assertThat($(H1.class).single().getText()).isEqualTo("Fältplatta 12");
        assertThat(page()).doesNotContain("Annas iPhone").containsOnlyOnce("Lock the screen");
    }

    @Test
    void whoever_turns_out_to_be_nobody_sees_no_places_that_would_be_empty() {
        open("tomasz", "");
        assertThat(frame()).contains("My devices");
        reads.release();
        comes("The device management does not know you yet");
        assertThat(frame()).doesNotContain("My devices");
    }

    @Test
    void apps_are_found_while_the_mdm_is_slow_once_it_answers() {
        open("anna", "apps");
        reads.release();
        comes("BankID");
        reads.hold();
        test($(TextField.class).first()).setValue("teams");
        reads.release();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("Teams").doesNotContain("BankID");
        });
    }

    private void comes(String content) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains(content);
        });
    }

    private void open(String who, String path) {
        open(who, path, Languages.ENGLISH);
    }

    private void open(String who, String path, Locale language) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(language);
        UI.getCurrent().navigate(path);
    }

    private Skeleton outline() {
        return $(Skeleton.class).single();
    }

    private String told() {
        return $(Announcer.class).all().stream().map(Announcer::getText).collect(Collectors.joining());
    }

    private String tab() {
        return String.valueOf(UI.getCurrent().getInternals().getTitle());
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }

    private String frame() {
        return $(Header.class).withClassName("top").single().getElement().getTextRecursively();
    }

    private long looks(String who) {
        return log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 10_000).stream()
                .filter(found -> found.kind().name().equals("LOOK")
                        && String.valueOf(found.actor()).startsWith(who))
                .count();
    }

    private long records(String kind) {
        return log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 10_000).stream()
                .filter(found -> found.kind().name().equals(kind))
                .count();
    }
}
