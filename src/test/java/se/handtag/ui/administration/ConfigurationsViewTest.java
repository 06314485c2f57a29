package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    JdbcClient database;

    /** Other tests begin with all offered. */
    @BeforeEach
    @AfterEach
    void offeredAsBefore() {
        database.sql("update catalogue.configuration set offered = true where tag = 10")
                .update();
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

    private void daniel(boolean offers) {
        var after = new TreeMap<>(desk.now(PRINTER));
        after.put("offered", String.valueOf(offers));
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
