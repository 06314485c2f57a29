package se.handtag.ui.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.requests.Desk;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Languages;

@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesViewTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    Commands commands;

    @Autowired
    Desk desk;

    @Test
    void what_waits_is_called_off_where_it_is_told_and_everybody_reads_by_whom() {
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_IPHONE, "bo");
        await().untilAsserted(() -> assertThat(state(wipe)).isEqualTo(CommandState.HELD));
        open("bo");
        assertThat(page()).contains("A device will soon be erased");
        test($(Button.class).withText("Call it off").single()).click();
        assertThat(state(wipe)).isEqualTo(CommandState.CANCELLED);
        open("anna");
        assertThat(page()).contains("A device was to be erased. That was called off", "Called off by Bo Lind");
        assertThat($(Button.class).withText("Call it off").exists()).isFalse();
    }

    @Test
    void a_message_that_comes_is_told_and_leaves_the_others_alone() {
        desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        open("bo");
        var before = $(Card.class).single();
        List<Card> touched = new ArrayList<>();
        before.addDetachListener(_ -> touched.add(before));
        var ui = UI.getCurrent();
        desk.asksAndWaits("anna", new Action.Wipe(), ANNAS_IPHONE);
        people.signIn("bo");
        UI.setCurrent(ui);
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(told()).isEqualTo("A new message: Anna Åkesson waits for your yes");
        });
        assertThat($(Card.class).all()).hasSize(2).contains(before);
        assertThat(touched).isEmpty();
    }

    private String told() {
        return $(Announcer.class).all().stream().map(Announcer::getText).collect(Collectors.joining());
    }

    private CommandState state(Command command) {
        return commands.find(command.id()).orElseThrow().state();
    }

    private void open(String who) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate("messages");
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
