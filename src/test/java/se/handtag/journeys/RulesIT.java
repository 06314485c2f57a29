package se.handtag.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** IT tries stricter rules on what people asked for, before anybody meets them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesIT extends Journey {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";
    private static final String STRICTER = """

            - id: no-inventory-today
              effect: deny
              actions: [refresh]
              when: actor.is_owner
              because: {en: Not today., sv: Inte i dag.}
            """;

    @Test
    void a_stricter_draft_shows_who_loses() {
        var anna = signIn("anna");
        anna.navigate(address("device/" + ANNAS_IPHONE));
        press(anna, "Ask …K7QX");
        press(anna, "Ask iPhone 16 …K7QX");
        sees(anna, "Accepted by the device management");

        var sara = signIn("sara", 1280, 800, ColorScheme.LIGHT, "en", "rules");
        sees(sara, "In force");
        picture(sara, "rules");
        press(sara, "Change the rules");
        sees(sara, "Nothing is wrong");
        var text = sara.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName("The rules").setExact(true));
        text.fill(text.inputValue().replaceFirst("device.lost", "device.losst"));
        sees(sara, "Mistakes: 1");
        picture(sara, "rules-mistake");
        text.fill(text.inputValue().replaceFirst("device.losst", "device.lost") + STRICTER);
        sees(sara, "Nothing is wrong");
        press(sara, "Try the draft");
        sees(sara, "Who loses:");
        assertThat(sara.locator("vaadin-grid[aria-label^='Who loses']")).containsText("Anna Åkesson");
        assertThat(sara.locator("vaadin-grid[aria-label^='Who loses']")).containsText("no-inventory-today");
        picture(sara, "rules-what-if");

        for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.LIGHT || scheme == ColorScheme.DARK) {
                var small = signIn("daniel", 390, 844, scheme, "sv", "rules");
                sees(small, "Gäller nu");
                picture(small, "rules-390-" + scheme);
            }
        }
    }
}
