package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.commands.StopSwitch;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.requests.Desk;
import se.handtag.ui.kit.Languages;

/** What waits, and the switch, as IT sees them. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
class HeldViewTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    Commands commands;

    @Autowired
    StopSwitch stop;

    @Autowired
    PortalState portal;

    @Autowired
    Desk desk;

    @Test
    void it_sees_a_held_wipe_and_calls_it_off_by_one_press() {
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        await().until(() -> !commands.held().isEmpty());
        open("sara", HeldView.class);
        assertThat(page()).contains("Erase everything: iPhone 16 …K7QX", "Anna Åkesson", "Sent at");
        press("Call it off");
        assertThat(commands.find(wipe.id()).orElseThrow().state()).isEqualTo(CommandState.CANCELLED);
        assertThat(page()).contains("Nothing waits");
    }

    @Test
    void a_wipe_past_its_hold_that_was_not_sent_is_still_listed_and_called_off() {
        portal.holdSending();
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        assertThat(wipe.state()).isEqualTo(CommandState.DUE);
        people.signIn("bo");
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate("call-off/" + wipe.id());
        assertThat(page()).contains("is sent as soon as it can be, unless it is called off");
        open("sara", HeldView.class);
        assertThat(page()).contains("Erase everything: iPhone 16 …K7QX", "It can still be called off");
        press("Call it off");
        assertThat(commands.find(wipe.id()).orElseThrow().state()).isEqualTo(CommandState.CANCELLED);
    }

    @Test
    void one_of_it_stops_and_two_start_again() {
        open("sara", StopView.class);
        assertThat(page()).contains("Everything runs", "Erase everything", "5 by one person");
        press("Stop everything that destroys");
        test($(TextArea.class).single()).setValue("Something is wrong");
        test($(Button.class).withText("Stop everything that destroys").last()).click();
        assertThat(stop.now()).isPresent();
        assertThat(page()).contains("Stopped by", "Sara", "Something is wrong");
        press("Start again");
        assertThat($(Button.class).withText("Start again").exists()).isFalse();
        open("daniel", StopView.class);
        press("Start again");
        assertThat(stop.now()).isEmpty();
        assertThat(page()).contains("Everything runs");
    }

    private void open(String who, Class<? extends Component> view) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        navigate(view);
    }

    private void press(String text) {
        test($(Button.class).withText(text).single()).click();
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
