package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What IT decides about people in a browser: who says yes, whose names go, and who has to sign in anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleIT extends Journey {
    private static final String DRIVERS = "Fjällräv Logistik › Åkeri";
    private static final String OUT = "You have been signed out";

    @Autowired
    private JdbcClient database;

    /** Other journeys begin with the approvers of the sample company and with nobody gone, and so does each of these. */
    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        database.sql("delete from requests.proposal").update();
        database.sql("delete from requests.departed").update();
        database.sql("delete from requests.approver where group_path like '%/Åkeri' and address like 'jasmina%'")
                .update();
    }

    @Test
    void who_approves_for_a_group_changes_once_two_want_it() {
        var sara = keptSignedIn("sara", "directory/approvers");
        press(sara, "Change: " + DRIVERS);
        var who = dialog(sara).getByRole(AriaRole.COMBOBOX);
        who.fill("Jasmina");
        sara.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Jasmina Hodžić"))
                .click();
        who.press("Escape");
        confirm(sara, "Propose it");
        sees(sara, "Leif Hägglund · a change waits for a second person");
        picture(sara, "it-approvers");

        agrees("Leif Hägglund <leif.hagglund@fjallrav.example> → ", DRIVERS);
        sees(sara, "Jasmina Hodžić, Leif Hägglund");
        assertThat(sara.getByText("a change waits")).hasCount(0);
    }

    @Test
    void the_names_of_whoever_has_left_go_once_two_want_it() {
        var tomasz = signIn("tomasz");
        var sara = keptSignedIn("sara", "approvals/stand-ins");
        sara.getByLabel("Their e-mail address").last().fill("tomasz.kowalczyk@konsult.example");
        press(sara, "They decide nothing any more");
        confirm(sara, "Yes, tomasz.kowalczyk@konsult.example has left");
        sees(tomasz, OUT);

        sara.navigate(address("erase-names"));
        find(sara, "kowalcz");
        press(sara, "What would be erased: Tomasz Kowalczyk");
        sees(sara, "older receipts still verify");
        press(sara, "Erase the names of Tomasz Kowalczyk");
        confirm(sara, "Propose to erase Tomasz Kowalczyk");
        sees(sara, "It waits for a second person");
        picture(sara, "it-erase-names");

        agrees("kept → erased for good", "Tomasz Kowalczyk");
        sara.reload();
        find(sara, "kowalcz");
        sees(sara, "The log names nobody like that");
    }

    @Test
    void one_person_is_signed_out_everywhere_and_nobody_else_is() {
        var anna = signIn("anna");
        var bo = signIn("bo");
        var sara = keptSignedIn("sara", "directory/person/4");
        press(sara, "Sign out everywhere");
        confirm(sara, "Sign out everywhere");
        sees(sara, "is signed out everywhere.");
        sees(anna, OUT);
        bo.reload();
        sees(bo, "Bos iPhone");
    }

    @Test
    void everybody_is_signed_out_but_whoever_presses() {
        var anna = signIn("anna");
        var bo = signIn("bo");
        var sara = keptSignedIn("sara", "stop");
        press(sara, "Sign everybody out");
        dialog(sara).getByLabel("Why?").fill("A session may be in the wrong hands");
        confirm(sara, "Sign everybody out");
        sees(sara, "Everybody but you is signed out.");
        picture(sara, "it-everybody-out");
        sees(anna, OUT);
        sees(bo, OUT);
        sara.reload();
        sees(sara, "Everything runs");
    }

    private static void find(Page page, String text) {
        page.getByLabel("Find a person by name or address").fill(text);
        page.keyboard().press("Enter");
    }

    /** Daniel, who is of IT as well, reads what would come of it and agrees. */
    private void agrees(String change, String label) {
        var daniel = keptSignedIn("daniel", "second-person");
        sees(daniel, change);
        press(daniel, "Agree: " + label);
        sees(daniel, "Nothing waits");
        daniel.close();
    }
}
