package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import showcase.Showcase;

@SpringBootTest(classes = Showcase.class, properties = "handtag.ui.help-desk=IT, 031-00 00 00")
@ViewPackages(packages = {"showcase", "se.handtag.ui.shell"})
@DisplayNameGeneration(ReplaceUnderscores.class)
class MainLayoutTest extends SpringBrowserlessTest {
    @Test
    void marks_where_one_is_and_below() {
        UI.getCurrent().navigate("rules");
        assertThat(current()).hasValue("rules");
    }

    @Test
    void marks_nothing_on_a_page_that_has_no_place() {
        UI.getCurrent().navigate("broken");
        assertThat(current()).isEmpty();
    }

    @Test
    void says_how_much_waits_in_figures_and_in_words() {
        UI.getCurrent().navigate("rules");
        var inbox = $(NavigationLink.class).all().stream()
                .filter(link -> link.getHref().equals("inbox"))
                .findFirst()
                .orElseThrow();
        assertThat(inbox.getElement().getTextRecursively()).contains("3, 3 waiting");
    }

    @Test
    void the_sheet_that_somebody_has_open_stays_when_the_places_are_asked_again() {
        UI.getCurrent().navigate("rules");
        var sheet = sheet();
        List<NavigationLink> links = $(NavigationLink.class).all();
        $(MainLayout.class).single().refreshNavigation();
        assertThat(sheet()).isSameAs(sheet);
        assertThat($(NavigationLink.class).all()).isEqualTo(links);
        UI.getCurrent().navigate("inbox");
        assertThat(current()).hasValue("inbox");
    }

    private Div sheet() {
        return $(Div.class).withId("more-places").single();
    }

    @Test
    void leaves_out_a_place_whose_room_has_fallen() {
        UI.getCurrent().navigate("rules");
        assertThat($(
                                NavigationLink.class,
                                $(Nav.class).withClassName("administration").single())
                        .all())
                .extracting(NavigationLink::getHref)
                .containsExactly("rules", "gone");
    }

    @Test
    void shows_nothing_of_what_failed() {
        UI.getCurrent().navigate("broken");
        var page = $(Main.class).single().getElement().getTextRecursively();
        assertThat(page).contains("This page could not be shown").doesNotContain("swordfish", "Exception");
        assertThat(page).containsPattern("reference: [A-Z0-9]{8}");
    }

    @Test
    void says_in_words_that_a_page_is_not_there() {
        UI.getCurrent().navigate("nowhere");
        assertThat($(Main.class).single().getElement().getTextRecursively()).contains("Page not found");
    }

    @Test
    void offers_the_help_desk_as_a_call() {
        UI.getCurrent().navigate("rules");
        assertThat($(SiteFooter.class).single().getElement().getOuterHTML()).contains("tel:031000000");
    }

    private Optional<String> current() {
        return $(NavigationLink.class).all().stream()
                .filter(link -> "page".equals(link.getElement().getAttribute("aria-current")))
                .map(NavigationLink::getHref)
                .distinct()
                .reduce((one, other) -> one + " and " + other);
    }
}
