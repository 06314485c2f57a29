package se.handtag.ui.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.JOURNAL;
import static se.handtag.PortalDevices.LOVISAS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalClock;
import se.handtag.PortalReads;
import se.handtag.PortalTest;
import se.handtag.devices.Fleet;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.grants.Grants;
import se.handtag.identity.SamplePeople;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Approvals;
import se.handtag.requests.Asked;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.requests.SettableWaits;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Languages;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.words.SettablePatience;

@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxViewTest extends SpringBrowserlessTest {
    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    SamplePeople people;

    @Autowired
    SignedIn signedIn;

    @Autowired
    Fleet fleet;

    @Autowired
    Grants grants;

    @Autowired
    MdmUsers users;

    @Autowired
    SettableWaits waits;

    @Autowired
    LostReports lost;

    @Autowired
    PortalClock clock;

    @Autowired
    PortalReads reads;

    @Autowired
    SettablePatience patience;

    @Test
    void tells_what_is_needed_to_decide() {
        asks("anna", ANNAS_IPHONE);
        open("bo");
        assertThat(page())
                .contains("Anna Åkesson asks to clear a passcode")
                .contains("“I forgot it.”")
                .contains("…K7QX")
                .contains("Nothing of the kind in the last year")
                .contains("You decide what Anna Åkesson asks for.")
                .contains("passcode-needs-manager")
                .contains("whoever holds the device can then open it");
    }

    @Test
    void says_that_the_device_is_reported_lost() {
        asks("anna", ANNAS_IPHONE);
        open("bo");
        assertThat(page()).doesNotContain("Reported lost");
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        open("bo");
        assertThat(page()).contains("Anna Åkesson asks to clear a passcode", "Reported lost");
    }

    @Test
    void says_for_how_long_it_is_asked_for() {
        grants.ask(
                people.actor("anna"),
                new Subject.OfDevice(fleet.readNow(ANNAS_IPHONE).orElseThrow()),
                JOURNAL,
                null,
                14);
        open("bo");
        assertThat(page()).contains("For how long", "14 days, then it is taken back by itself");
    }

    @Test
    void a_setting_goes_by_the_name_that_it_gave_it_for_people() {
        asksForAbroad("anna");
        open("bo");
        assertThat(page())
                .contains("Anna Åkesson asks for Abroad")
                .contains("UserAnna Åkesson")
                .doesNotContain("Utomlands");
    }

    @Test
    void whoever_is_to_get_a_device_reads_what_will_be_configured_anew() {
        var yusuf = ((Match.One) users.match(people.person("yusuf"))).user().value();
        requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.HandOver(yusuf.id(), yusuf.name()), null);
        open("yusuf");
        assertThat(page())
                .contains("Anna Åkesson asks to hand a device over to Yusuf Demir")
                .contains("It moves from Fjällräv Logistik › Lager › Göteborg to Fjällräv Logistik › Kontor ›")
                .contains("What follows from the tags of Yusuf Demir is put on: Nyanställd.")
                .contains("These tags stay on the device: Lager-wifi.")
                .doesNotContain("is taken off");
    }

    @Test
    void a_yes_counts_only_after_the_second_press() {
        var id = asks("anna", ANNAS_IPHONE);
        open("bo");
        press("Approve for …K7QX");
        assertThat(state("anna", id)).isEqualTo(Request.State.WAITING);
        press("Approve for iPhone 16 …K7QX");
        assertThat(state("anna", id)).isEqualTo(Request.State.APPROVED);
        assertThat(page())
                .contains("It is on its way, and Anna can see it.")
                .contains("Nothing waits for you")
                .contains("What you decided lately");
    }

    @Test
    void a_no_wants_words_for_the_requester() {
        var id = asks("anna", ANNAS_IPHONE);
        open("bo");
        press("Reject");
        press("Reject for iPhone 16 …K7QX");
        assertThat(state("anna", id)).isEqualTo(Request.State.WAITING);
        assertThat($(Dialog.class).single().isOpened()).isTrue();
        test($(TextArea.class).single()).setValue("Come by, I will help you.");
        press("Reject for iPhone 16 …K7QX");
        assertThat(state("anna", id)).isEqualTo(Request.State.REJECTED);
        assertThat(page()).contains("“Come by, I will help you.”");
    }

    @Test
    void whoever_comes_second_is_told_who_was_faster() {
        var id = asks("wiktoria.nowak", firstDeviceOf("wiktoria.nowak"));
        open("bo");
        press($(Button.class)
                .withCondition(button -> button.getText().startsWith("Approve for"))
                .single());
        approvals.approve(people.actor("jasmina.hodzic"), id, null);
        press($(Button.class)
                .withCondition(button -> button.getText().startsWith("Approve for"))
                .last());
        assertThat(page()).contains("Jasmina Hodžić decided this").contains("Your press changed nothing.");
    }

    @Test
    void a_link_decides_nothing() {
        var id = asks("anna", ANNAS_IPHONE);
        as("bo");
        UI.getCurrent().navigate("approvals", QueryParameters.of("request", id.toString()));
        assertThat(page()).contains("Anna Åkesson asks to clear a passcode");
        assertThat(state("anna", id)).isEqualTo(Request.State.WAITING);
    }

    @Test
    void a_link_to_what_is_not_theirs_says_no_more_than_that() {
        var id = asks("anna", ANNAS_IPHONE);
        as("yusuf");
        UI.getCurrent().navigate("approvals", QueryParameters.of("request", id.toString()));
        assertThat(page()).contains("This does not wait for you").doesNotContain("Anna");
    }

    @Test
    void nobody_sees_their_own_request_here() {
        asks("bo", BOS_IPHONE);
        open("bo");
        assertThat(page()).contains("Nothing waits for you").doesNotContain("asks to");
    }

    @Test
    void where_no_manager_is_known_it_decides() {
        asks("lovisa.ekdahl", LOVISAS_IPHONE);
        open("sara");
        assertThat(page())
                .contains("Lovisa Ekdahl asks to clear a passcode")
                .contains("Nobody is known as the manager, so IT decides.");
    }

    @Test
    void has_a_place_in_the_navigation_of_those_it_concerns() {
        asks("anna", ANNAS_IPHONE);
        open("bo");
        assertThat(frame()).contains("To approve1, 1 waiting");
        open("sara");
        assertThat(frame()).contains("To approve");
        as("yusuf");
        UI.getCurrent().navigate("requests");
        assertThat(frame()).doesNotContain("To approve");
    }

    @Test
    void whoever_leads_somebody_finds_the_place_before_anybody_asks() {
        as("anna");
        as("bo");
        UI.getCurrent().navigate("requests");
        assertThat(frame()).contains("To approve");
    }

    @Test
    void what_comes_while_one_looks_appears_by_itself() {
        open("bo");
        assertThat(page()).contains("Nothing waits for you");
        var ui = UI.getCurrent();
        asks("anna", ANNAS_IPHONE);
        people.signIn("bo");
        UI.setCurrent(ui);
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("Anna Åkesson asks to clear a passcode");
        });
    }

    @Test
    void what_comes_touches_neither_the_cards_that_stay_nor_the_places() {
        asksForAbroad("anna");
        asksForAbroad("johan.oberg");
        open("bo");
        List<Card> before = $(Card.class, $(WaitingRequests.class).single()).all();
        List<Component> touched = new ArrayList<>();
        before.forEach(card -> card.addDetachListener(_ -> touched.add(card)));
        List<RouterLink> places = $(
                        RouterLink.class, $(Header.class).withClassName("top").single())
                .all();
        var ui = UI.getCurrent();
        asks("wiktoria.nowak", firstDeviceOf("wiktoria.nowak"));
        people.signIn("bo");
        UI.setCurrent(ui);
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("Wiktoria Nowak asks to clear a passcode");
        });
        assertThat(before).hasSize(3);
        assertThat(touched).isEmpty();
        assertThat(frame()).contains("To approve3, 3 waiting");
        assertThat($(RouterLink.class, $(Header.class).withClassName("top").single())
                        .all())
                .isEqualTo(places);
    }

    @Test
    void the_frame_counts_by_what_is_known_and_the_cards_come_once_the_mdm_answers() {
        asks("anna", ANNAS_IPHONE);
        open("bo");
        clock.pass(Duration.ofMinutes(1));
        patience.none();
        reads.hold();
        open("bo");
        assertThat(frame()).contains("To approve1, 1 waiting");
        assertThat(page()).contains("To approve").doesNotContain("Anna Åkesson asks");
        assertThat($(Skeleton.class).exists()).isTrue();
        reads.release();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("Anna Åkesson asks to clear a passcode");
        });
        assertThat($(Skeleton.class).exists()).isFalse();
    }

    @Test
    void what_changes_is_drawn_from_elsewhere_as_whoever_has_the_page_open() throws InterruptedException {
        open("bo");
        UI page = UI.getCurrent();
        var drawnAs = new AtomicReference<String>();
        page.getSession().unlock();
        try {
            Thread.ofVirtual()
                    .start(() -> page.access(() -> drawnAs.set(signedIn.person().name())))
                    .join();
        } finally {
            page.getSession().lock();
        }
        assertThat(drawnAs).hasValue("Bo Lind");
    }

    @Test
    void several_at_once_can_be_undone_though_one_is_not_there_any_more() {
        waits.undoFor(Duration.ofSeconds(10));
        var anna = asksForAbroad("anna");
        asksForAbroad("johan.oberg");
        var amina = asksForAbroad("amina.warsame");
        open("bo");
        Button all = $(Button.class).withText("Approve all 3").single();
        requests.withdraw(people.actor("amina.warsame"), amina);
        people.signIn("bo");
        all.click();
        assertThat(page()).contains("You approved 2 of 3");
        press("Undo");
        assertThat(page()).contains("Undone").doesNotContain("Too late to undo");
        assertThat(requests.find(people.person("anna"), anna).orElseThrow().pending())
                .isEmpty();
    }

    private RequestId asksForAbroad(String who) {
        var user = ((Match.One) users.match(people.person(who))).user().value();
        var asked = requests.askForATime(
                people.actor(who),
                new Subject.OfUser(user),
                new Action.PutUserTag(new TagId(4), "Utomlands"),
                "Norge",
                Duration.ofDays(7));
        return ((Asked.Waiting) asked).request();
    }

    @Test
    void speaks_swedish() {
        asks("anna", ANNAS_IPHONE);
        as("bo");
        UI.getCurrent().setLocale(Languages.SWEDISH);
        navigate(InboxView.class);
        assertThat(page()).contains("Anna Åkesson ber om att få nollställa en lösenkod");
    }

    private RequestId asks(String who, DeviceId device) {
        var asked = requests.ask(people.actor(who), device, new Action.ClearPasscode(), "I forgot it.");
        return ((Asked.Waiting) asked).request();
    }

    private DeviceId firstDeviceOf(String who) {
        var match = (Match.One) users.match(people.person(who));
        return fleet.of(match.user().value().id()).value().stream()
                .filter(device -> device.platform() == Platform.IOS || device.platform() == Platform.ANDROID)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Request.State state(String who, RequestId id) {
        return requests.find(people.person(who), id).orElseThrow().state();
    }

    private void open(String who) {
        as(who);
        navigate(InboxView.class);
    }

    private void as(String who) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
    }

    private void press(String text) {
        press($(Button.class).withText(text).single());
    }

    private void press(Button button) {
        test(button).click();
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }

    private String frame() {
        return $(Header.class).withClassName("top").single().getElement().getTextRecursively();
    }
}
