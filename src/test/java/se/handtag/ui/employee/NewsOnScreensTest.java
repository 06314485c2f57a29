package se.handtag.ui.employee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Approvals;
import se.handtag.requests.Desk;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.DeviceCard;
import se.handtag.ui.kit.Languages;

/** What changes by itself while somebody looks: it is told, and what they may be at stays where it is. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsOnScreensTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    LostReports lost;

    @Autowired
    Desk desk;

    @Autowired
    PortalState portal;

    @BeforeEach
    void nothing_is_sent_by_itself() {
        portal.holdSending();
    }

    @Test
    void a_step_of_a_request_leaves_its_heading_and_the_button_that_stays() {
        RequestId request = asks();
        open("request/" + request);
        var heading = $(H1.class).single();
        var withdraw = $(Button.class).withText("Withdraw").single();
        var device = $(RouterLink.class).withText("Annas iPhone").single();
        meanwhile(() -> approvals.approve(people.actor("bo"), request, null));
        comes("Bo Lind approved");
        assertThat($(H1.class).single()).isSameAs(heading);
        assertThat($(Button.class).withText("Withdraw").single()).isSameAs(withdraw);
        assertThat($(RouterLink.class).withText("Annas iPhone").single()).isSameAs(device);
        assertThat(told()).contains("On its way to the device management");
    }

    @Test
    void a_button_that_no_longer_does_anything_goes_and_the_heading_stays() {
        RequestId request = asks();
        open("request/" + request);
        var heading = $(H1.class).single();
        meanwhile(() -> approvals.reject(people.actor("bo"), request, "No."));
        comes("Bo Lind said no");
        assertThat($(H1.class).single()).isSameAs(heading);
        assertThat($(Button.class).withText("Withdraw").exists()).isFalse();
    }

    @Test
    void of_my_requests_the_row_stays_and_its_state_is_told() {
        RequestId request = asks();
        open("requests");
        var row = $(RouterLink.class).withText("Clear the passcode").single();
        meanwhile(() -> approvals.reject(people.actor("bo"), request, "No."));
        tells("Clear the passcode: Rejected.");
        assertThat($(RouterLink.class).withText("Clear the passcode").single()).isSameAs(row);
        meanwhile(() -> desk.orders("anna", new Action.Lock(), ANNAS_IPHONE));
        comes("Lock the screen");
        assertThat(told()).startsWith("Lock the screen: ");
        assertThat($(RouterLink.class).withText("Clear the passcode").single()).isSameAs(row);
    }

    @Test
    void of_my_devices_only_the_one_that_is_lost_now_is_drawn_anew_and_told() {
        open("");
        var heading = $(H1.class).single();
        List<DeviceCard> before = $(DeviceCard.class).all();
        meanwhile(() -> lost.report(people.actor("anna"), ANNAS_IPHONE));
        tells("Annas iPhone is reported lost.");
        assertThat($(H1.class).single()).isSameAs(heading);
        assertThat($(DeviceCard.class).all())
                .hasSameSizeAs(before)
                .filteredOn(before::contains)
                .hasSize(2);
    }

    @Test
    void on_a_device_s_page_what_was_done_is_told_and_the_rest_stays() {
        open("device/" + ANNAS_IPHONE);
        var heading = $(H1.class).single();
        var actions = labelled("Lock …K7QX: Lock the screen");
        meanwhile(() -> desk.orders("anna", new Action.Lock(), ANNAS_IPHONE));
        tells("Lock the screen: On its way to the device management.");
        assertThat($(H1.class).single()).isSameAs(heading);
        assertThat(labelled("Lock …K7QX: Lock the screen")).isSameAs(actions);
        meanwhile(() -> lost.report(people.actor("anna"), ANNAS_IPHONE));
        comes("This device is reported lost");
        assertThat(told()).contains("Annas iPhone is reported lost.");
        assertThat($(H1.class).single()).isSameAs(heading);
    }

    private RequestId asks() {
        return desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
    }

    private void meanwhile(Runnable change) {
        var ui = UI.getCurrent();
        change.run();
        people.signIn("anna");
        UI.setCurrent(ui);
    }

    private void open(String path) {
        cleanVaadinEnvironment();
        people.signIn("anna");
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate(path);
        assertThat(told()).isEmpty();
    }

    private void tells(String words) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(told()).isEqualTo(words);
        });
    }

    private void comes(String content) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat($(Main.class).single().getElement().getTextRecursively()).contains(content);
        });
    }

    private String told() {
        return $(Announcer.class).all().stream().map(Announcer::getText).collect(Collectors.joining());
    }

    private Component labelled(String label) {
        return $(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow();
    }
}
