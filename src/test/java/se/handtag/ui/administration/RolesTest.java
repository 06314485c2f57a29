package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.identity.SamplePeople;
import se.handtag.ui.kit.Languages;

/** Which role opens which screen, and what becomes of whoever has another. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTest extends SpringBrowserlessTest {
    private static final Map<String, String> TITLES = Map.of(
            "find", "Find anything",
            "lost-now", "Lost now",
            "unknown", "Failures and unknown outcomes",
            "rules", "Rules",
            "held", "Held",
            "stop", "Stop and limits",
            "erase-names", "Erase names",
            "audit", "Audit log");
    private static final Map<String, Set<String>> OPEN = Map.of(
            "anna", Set.of(),
            "bo", Set.of(),
            "sara", Set.of("find", "lost-now", "unknown", "rules", "held", "stop", "erase-names"),
            "maja", Set.of("find", "lost-now"),
            "per-olof", Set.of("audit"));

    @Autowired
    SamplePeople people;

    @Autowired
    AuditLog log;

    static Stream<Arguments> everyScreenForEveryone() {
        return OPEN.entrySet().stream()
                .flatMap(person -> TITLES.keySet().stream()
                        .map(screen -> Arguments.of(
                                person.getKey(), screen, person.getValue().contains(screen))));
    }

    @ParameterizedTest
    @MethodSource("everyScreenForEveryone")
    void a_screen_opens_to_its_roles_and_the_others_are_told_so_and_put_on_record(
            String who, String screen, boolean opens) {
        var before = refusals();
        as(who);
        UI.getCurrent().navigate(screen);
        assertThat($(H1.class).single().getText()).isEqualTo(opens ? TITLES.get(screen) : "Not for you");
        assertThat(refusals()).isEqualTo(opens ? before : before + 1);
        if (!opens) {
            var last = log.find(kind(), Long.MAX_VALUE, 1).getFirst();
            assertThat(last.actor()).isEqualTo(people.person(who).name());
            assertThat(last.facts()).containsEntry("path", "/" + screen);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "bo", "sara", "maja", "per-olof"})
    void the_navigation_names_only_what_opens(String who) {
        as(who);
        UI.getCurrent().navigate("requests");
        var places = $(Nav.class).withClassName("administration").exists()
                ? $(Nav.class)
                        .withClassName("administration")
                        .single()
                        .getElement()
                        .getTextRecursively()
                : "";
        List<String> named = TITLES.entrySet().stream()
                .filter(title -> places.contains(title.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(Set.copyOf(named)).isEqualTo(OPEN.get(who));
    }

    private long refusals() {
        return log.find(kind(), Long.MAX_VALUE, 10_000).size();
    }

    private static AuditQuery kind() {
        return new AuditQuery(null, null, AuditKind.REFUSED_ACCESS, null, null, null);
    }

    private void as(String who) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
    }
}
