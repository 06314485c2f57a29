package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.identity.SamplePeople;
import se.handtag.requests.Departures;
import se.handtag.ui.kit.Languages;

/** Erasing somebody's names, as two people of IT see it. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
class ErasureViewTest extends SpringBrowserlessTest {
    @Autowired
    SamplePeople people;

    @Autowired
    AuditLog log;

    @Autowired
    Departures departures;

    @Test
    void it_reads_what_goes_and_what_stays_proposes_it_and_a_second_person_agrees() {
        log.appendAlone(AuditEntry.of(AuditKind.SIGN_IN).by(people.actor("tomasz")));
        departures.left(people.actor("sara"), "tomasz.kowalczyk@konsult.example");
        open("sara");
        find("kowalcz");
        assertThat(page()).contains("tomasz.kowalczyk@konsult.example");
        press("What would be erased");
        assertThat(page())
                .contains(
                        "Erased beside ",
                        "older receipts still verify",
                        "Accounts that have signed in: ",
                        "Backups, files")
                .doesNotContain("It cannot be done now");
        press("Erase the names of Tomasz Kowalczyk");
        press("Propose to erase Tomasz Kowalczyk");
        assertThat(page()).contains("It waits for a second person");

        open("daniel");
        UI.getCurrent().navigate("second-person");
        assertThat(page()).contains("Erase the names of Tomasz Kowalczyk", "kept → erased for good", "Sara Nyström");
        press("Agree: Tomasz Kowalczyk");
        assertThat(page()).contains("Nothing waits");
        open("daniel");
        find("kowalcz");
        assertThat(page()).contains("The log names nobody like that").doesNotContain("Tomasz");
    }

    @Test
    void whoever_still_works_here_is_not_offered_and_the_page_says_why() {
        log.appendAlone(AuditEntry.of(AuditKind.SIGN_IN).by(people.actor("anna")));
        open("sara");
        find("anna.akesson@");
        assertThat(looked()).isEqualTo("search-names");
        press("What would be erased");
        assertThat(looked()).isEqualTo("look-at-names");
        assertThat(page())
                .contains(
                        "It cannot be done now",
                        "Delete them there first",
                        "nor the identity provider has said that they have left");
        assertThat($(Button.class).withText("Erase the names of Anna Åkesson").exists())
                .isFalse();
    }

    private void open(String who) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate("erase-names");
        roundTrip();
    }

    private @Nullable String looked() {
        var look = log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1).getFirst();
        assertThat(look.kind()).isEqualTo(AuditKind.LOOK);
        return look.action();
    }

    private void find(String text) {
        test($(TextField.class).single()).setValue(text);
    }

    private void press(String text) {
        test($(Button.class).withText(text).single()).click();
    }

    private String page() {
        return $(Main.class).single().getElement().getTextRecursively();
    }
}
