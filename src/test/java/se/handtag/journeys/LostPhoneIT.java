package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Lost phones, with browsers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostPhoneIT extends Journey {

    @Test
    void a_lost_phone_is_locked_from_the_intranet_s_link_by_one_press_on_a_small_screen() throws Exception {
        var bo = signIn("bo", 390, 844, ColorScheme.LIGHT, "en", "lost");
        sees(bo, "Which one is gone?");
        picture(bo, "lost");
        assertThat(journal()).doesNotContain("lockdevice");
        press(bo, "Lock Bos iPhone");
        sees(bo, "What to do next");
        picture(bo, "lost-done");
        press(bo, "Show whom to call");
        sees(bo, "Whom to call:");
        picture(bo, "lost-message");
        bo.navigate(address(""));
        assertThat(bo).hasURL(Pattern.compile(".*/sign-in.*"));
        var again = signIn("bo");
        sees(again, "Reported lost");
        sees(again, "Bos iPhone");
        assertThat(journal()).contains("lockdevice");
        liftsAfterAFreshSignIn(again);
    }

    private void liftsAfterAFreshSignIn(Page bo) {
        bo.navigate(address("found/c47af6fd-985c-41df-a54a-d99534fc6853"));
        sees(bo, "Sign in once more");
        picture(bo, "found");
        bo.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in once more"))
                .click();
        bo.waitForURL(url -> url.contains("/sign-in"));
        signInHere(bo, "bo");
        press(bo, "is found");
        sees(bo, "It no longer counts as lost");
    }

    @Test
    void a_colleague_reports_for_somebody_who_cannot_sign_in_and_is_told_nothing() throws Exception {
        var lovisa = signIn("lovisa.ekdahl", 320, 568, ColorScheme.DARK, "sv", "lost");
        lovisa.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Det är en kollegas telefon"))
                .click();
        picture(lovisa, "lost-colleague");
        lovisa.getByLabel("E-postadress, konto eller hela namnet").fill("bo.lind@fjallrav.example");
        press(lovisa, "Anmäl och lås");
        sees(lovisa, "Din anmälan är mottagen");
        picture(lovisa, "lost-colleague-done");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(journal()).contains("lockdevice"));
    }

    @Test
    void it_makes_a_link_that_leads_there_and_revokes_it() {
        var sara = signIn("sara", 1280, 800, ColorScheme.LIGHT, "en", "links");
        sara.getByLabel("Name").fill("Warehouse phone");
        press(sara, "Make the link");
        sees(sara, "Warehouse phone");
        picture(sara, "links");
        String link = sara.getByLabel("Its address").first().inputValue();
        var eva = signIn("eva", 390, 844, ColorScheme.LIGHT, "en", link.replaceFirst("^https?://[^/]+/", ""));
        sees(eva, "gone?");
        press(sara, "Revoke");
        press(sara, "Revoke Warehouse phone");
        sees(sara, "Revoked");
        eva.navigate(link);
        sees(eva, "This link does not work");
    }

    @Test
    void the_help_desk_acts_under_a_ticket_and_the_person_sees_it() {
        var maja = signIn("maja", 1280, 800, ColorScheme.LIGHT, "en", "help");
        maja.getByLabel("Ticket number").fill("INC-4711");
        maja.getByLabel("E-mail address or account").fill("anna.akesson@fjallrav.example");
        press(maja, "Open");
        sees(maja, "You act for Anna Åkesson, ticket INC-4711.");
        picture(maja, "help");
        var anna = signIn("anna", 390, 844, ColorScheme.DARK, "sv", "touched");
        sees(anna, "Maja Lindqvist tittade på den");
        sees(anna, "Ärende INC-4711");
        picture(anna, "touched");
    }

    @Test
    void pictures_of_lost_pages_in_both_schemes_and_languages() {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (String language : new String[] {"en", "sv"}) {
                String name = scheme.name().toLowerCase(Locale.ROOT) + "-" + language;
                var eva = signIn("eva", 320, 568, scheme, language, "lost");
                assertThat((Boolean) eva.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("no sideways scrolling")
                        .isTrue();
                picture(eva, "lost-320-" + name);
                eva.setViewportSize(1280, 800);
                picture(eva, "lost-1280-" + name);
                var sara = signIn("sara", 390, 844, scheme, language, "lost-now");
                picture(sara, "lost-now-" + name);
                sara.navigate(address("links"));
                sees(sara, language.equals("en") ? "A new link" : "En ny länk");
                picture(sara, "links-" + name);
                sara.navigate(address("help"));
                sees(sara, language.equals("en") ? "Who called?" : "Vem ringde?");
                picture(sara, "help-" + name);
            }
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
