package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.policy.Replay;
import se.handtag.policy.RuleVersion;
import se.handtag.policy.Rulebook;
import se.handtag.requests.Desk;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.Languages;

/** What IT sees of the rules, and how a draft becomes the rules in force. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesPagesTest extends SpringBrowserlessTest {
    private static final String STRICTER = """

            - id: no-locks-today
              effect: deny
              actions: [lock]
              when: actor.is_owner
              because: {en: Not today., sv: Inte i dag.}
            """;

    @Autowired
    SamplePeople people;

    @Autowired
    Rulebook book;

    @Autowired
    Desk desk;

    @Test
    void the_rules_in_force_are_shown_with_their_origin() {
        open("sara");
        assertThat(page()).contains("Version 1").contains("In force").contains("the portal itself");
    }

    @Test
    void a_mistake_is_told_while_it_is_written_and_the_draft_cannot_be_published() {
        draft("sara");
        write("The rules", rules().replaceFirst("device.lost", "device.losst"));
        assertThat(page()).contains("Mistakes: 1").contains("undeclared reference to 'device'");
        assertThat(button("Publish…").isEnabled()).isFalse();
        write("The rules", rules().replaceFirst("device.losst", "device.lost"));
        assertThat(page()).contains("Nothing is wrong");
        assertThat(button("Publish…").isEnabled()).isTrue();
    }

    @Test
    void a_test_that_fails_is_named_and_keeps_the_draft_from_being_published() {
        draft("sara");
        write("Tests of the rules", "- name: Everybody locks\n  given: {action: lock}\n  expect: allowed\n");
        assertThat(page()).contains("Tests that fail: 1").contains("Everybody locks");
        assertThat(button("Publish…").isEnabled()).isFalse();
    }

    @Test
    void a_stricter_draft_is_published_with_a_comment() {
        draft("sara");
        write("The rules", rules() + STRICTER);
        write("Tests of the rules", "");
        press("Publish…");
        test($(TextArea.class).withCaption("What has changed, and why?").single()).setValue("Locks go wrong today");
        press("Publish the rules");
        assertThat(page()).contains("Version 2").contains("Locks go wrong today").contains("Sara Nyström");
        assertThat(versions().getFirst().number()).isEqualTo(2);
    }

    @Test
    void a_looser_draft_is_published_by_a_second_person() {
        draft("sara");
        write("The rules", rules().replace("  when: device.lost\n", "  when: device.lost && owner.known\n"));
        assertThat(page()).contains("This lets more pass").contains("lost-keeps-its-passcode");
        press("Publish…");
        test($(TextArea.class).withCaption("What has changed, and why?").single()).setValue("Nobody's phones");
        press("Publish the rules");
        assertThat(page()).contains("Waits for a second person at IT");
        assertThat(versions()).hasSize(1);

        open("daniel");
        assertThat(page()).contains("Sara Nyström wants to publish it. Nobody's phones");
        press("Open draft " + book.drafts(people.person("daniel")).getFirst().id());
        press("Agree and publish…");
        press("Publish the rules");
        assertThat(versions().getFirst().secondName()).isEqualTo("Daniel Haddad");
    }

    @Test
    void who_would_lose_by_a_draft_is_shown_and_nobody_else() {
        desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
        desk.orders("anna", new Action.Refresh(), ANNAS_IPHONE);
        draft("sara");
        write("The rules", rules() + STRICTER);
        press("Try the draft");
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("Gain: 0. Lose: 1.").contains("Who loses: 1");
        });
        assertThat(losses()).singleElement().satisfies(loss -> {
            assertThat(loss.person()).isEqualTo("Anna Åkesson");
            assertThat(loss.after().ruleIds()).containsExactly("no-locks-today");
        });
    }

    @SuppressWarnings("unchecked")
    private List<Replay.Change> losses() {
        return ((DataTable<Replay.Change>) $(DataTable.class).single())
                .getListDataView()
                .getItems()
                .toList();
    }

    private List<RuleVersion> versions() {
        return book.versions(people.person("sara"));
    }

    private String rules() {
        return $(TextArea.class).withCaption("The rules").single().getValue();
    }

    private void write(String area, String text) {
        test($(TextArea.class).withCaption(area).single()).setValue(text);
    }

    private void draft(String who) {
        open(who);
        press("Change the rules");
    }

    private void open(String who) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        navigate(RulesView.class);
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    private void press(String text) {
        test(button(text)).click();
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
