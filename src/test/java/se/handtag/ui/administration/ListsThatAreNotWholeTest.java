package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.ComponentQuery;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Languages;

/** What stands on a page of IT's when there is more than the page shows. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListsThatAreNotWholeTest extends SpringBrowserlessTest {
    private static final GroupId NOWHERE = new GroupId(999);

    @Autowired
    SamplePeople people;

    @Autowired
    PortalState portal;

    @Autowired
    Commands commands;

    @Autowired
    Requests requests;

    @Test
    void of_what_waits_the_oldest_fifty_are_shown_and_the_page_says_of_how_many() {
        portal.holdSending();
        for (int group = 1; group <= 50; group++) {
            askToDeleteGroup(group);
        }
        open(HeldView.class);
        assertThat(page()).contains("Delete a group: Group 50").doesNotContain("The oldest");
        askToDeleteGroup(51);

        open(HeldView.class);
        assertThat(page()).contains("The oldest 50 of 51 are shown").doesNotContain("Group 51");
        assertThat(callingOff().all()).hasSize(50);

        test(callingOff().first()).click();
        assertThat(page()).contains("Group 51").doesNotContain("The oldest");
    }

    @Test
    void of_what_came_to_nothing_the_newest_hundred_are_shown_and_the_page_says_of_how_many() {
        ask(new Subject.OfTag(new TagId(4), "Utomlands"), new Action.DeleteTag());
        await().until(() -> failed() == 1);
        for (int group = 1; group <= 99; group++) {
            ask(new Subject.Company(), new Action.CreateGroup("Prov " + group, NOWHERE));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> failed() == 100);
        open(UnknownOutcomesView.class);
        assertThat(page()).contains("Delete a tag: Utomlands").doesNotContain("The newest");
        ask(new Subject.Company(), new Action.CreateGroup("Prov 100", NOWHERE));
        await().until(() -> failed() == 101);

        open(UnknownOutcomesView.class);
        assertThat(page())
                .contains("The newest 100 of 101. The log has them all.")
                .doesNotContain("Utomlands");
        assertThat($(ActionRow.class).all()).hasSize(100);
    }

    private void askToDeleteGroup(int number) {
        ask(new Subject.OfGroup(new GroupId(number), "Group " + number), new Action.DeleteGroup());
    }

    private ComponentQuery<Button> callingOff() {
        return $(Button.class).withText("Call it off");
    }

    private void ask(Subject subject, Action action) {
        assertThat(requests.ask(people.actor("sara"), subject, action, "because"))
                .isInstanceOf(Asked.OnItsWay.class);
    }

    private int failed() {
        return commands.countFailedSince(Instant.EPOCH);
    }

    private void open(Class<? extends Component> view) {
        cleanVaadinEnvironment();
        people.signIn("sara");
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        navigate(view);
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
