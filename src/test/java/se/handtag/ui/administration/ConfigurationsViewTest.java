package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.requests.SecondPerson;
import se.handtag.ui.kit.Languages;

@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationsViewTest extends SpringBrowserlessTest {
    /** The printer of the finance department. */
    private static final String PRINTER = "10";

    @Autowired
    SamplePeople people;

    @Autowired
    ConfigurationsDesk desk;

    @Autowired
    SecondPerson second;

    private SortedMap<String, String> before = new TreeMap<>();

    /** Other tests begin with all offered. */
    @BeforeEach
    @AfterEach
    void offeredAsBefore() {
        var wanted = new TreeMap<>(before.isEmpty() ? desk.now(PRINTER) : before);
        wanted.put("offered", "true");
        second.change(people.actor("sara"), desk.kind(), PRINTER, "Ekonomi-utskrift", wanted);
        second.waiting(people.person("daniel"), desk.kind(), PRINTER)
                .ifPresent(proposal -> second.agree(people.actor("daniel"), proposal.id()));
    }

    @Test
    void the_open_page_follows_what_another_person_of_it_changes_and_proposes() {
        people.signIn("sara");
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        navigate(ConfigurationsView.class);
        assertThat(page()).contains("Tag Ekonomi-utskrift. Offered.");
        daniel(false);
        says("Tag Ekonomi-utskrift. Not offered.");
        daniel(true);
        says("Tag Ekonomi-utskrift. Not offered. · a change waits for a second person");
    }

    @Test
    void what_somebody_else_changes_while_the_dialog_is_open_is_not_replaced_before_one_is_told() {
        people.signIn("sara");
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        navigate(ConfigurationsView.class);
        before = desk.now(PRINTER);
        press(button -> "Change: Printer of the finance department"
                .equals(button.getAriaLabel().orElse("")));
        name("Name in Swedish").setValue("Saras skrivare");
        daniel("englishName", "Daniel's printer");
        press(button -> button.getText().equals("Save"));
        assertThat(dialog()).contains("Somebody else has changed this meanwhile", "nothing is saved yet");
        assertThat(desk.now(PRINTER)).containsEntry("englishName", "Daniel's printer");
        assertThat(name("Name in Swedish").getValue()).isEqualTo("Saras skrivare");

        press(button -> button.getText().equals("Show theirs instead"));
        assertThat(name("Name in English").getValue()).isEqualTo("Daniel's printer");
        name("Name in Swedish").setValue("Saras skrivare");
        press(button -> button.getText().equals("Save"));
        assertThat(desk.now(PRINTER))
                .containsEntry("englishName", "Daniel's printer")
                .containsEntry("swedishName", "Saras skrivare");
    }

    private void press(Predicate<Button> which) {
        $(Button.class).withCondition(which).last().click();
    }

    private String dialog() {
        return $(Dialog.class).single().getElement().getTextRecursively();
    }

    private TextField name(String label) {
        return $(TextField.class).withPropertyValue(TextField::getLabel, label).single();
    }

    private void daniel(boolean offers) {
        daniel("offered", String.valueOf(offers));
    }

    private void daniel(String field, String value) {
        var after = new TreeMap<>(desk.now(PRINTER));
        after.put(field, value);
        second.change(people.actor("daniel"), desk.kind(), PRINTER, "Ekonomi-utskrift", after);
    }

    private void says(String text) {
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains(text);
        });
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
