package se.handtag.journeys;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.PortalWithScreens;
import se.handtag.RawUi;
import se.handtag.RawWords;
import se.handtag.SignInByHttp;
import se.handtag.devices.IndexReading;

/**
 * Who writes the screens' messages by hand gets no further than who uses the screens: every route, every press that the server
 * tells of, in every role, on a device of one's own, of one's team and of somebody else. What may come of it stands in
 * {@code src/docs/who-may-do-what.md}.
 */
@PortalWithScreens
@DisplayNameGeneration(ReplaceUnderscores.class)
class RawRequestsIT {
    private static final String JOHANS = "aab2453f-cd09-46cb-b3d6-a1aedc5f14c7";
    private static final String NOT_FOR_YOU = "Not for you";
    private static final String FAILED = "This page could not be shown";

    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext context;

    @Autowired
    private JdbcClient database;

    @Autowired
    private IndexReading fleet;

    @Test
    void an_answer_that_was_lost_on_its_way_is_told_once_more() {
        var anna = RawUi.open(signedIn("anna"), "");
        String first = anna.heard();
        assertThat(first).contains("Annas iPhone");
        assertThat(anna.sayAgain()).isEqualTo(first);
        assertThat(anna.sayAgain()).isEqualTo(first);
    }

    private SignInByHttp signedIn(String who) {
        return SignInByHttp.as(who, port);
    }

    @Test
    void every_route_is_known_to_this_test() {
        Set<String> routes = RouteConfiguration.forRegistry(
                        ApplicationRouteRegistry.getInstance(new VaadinServletContext(context)))
                .getAvailableRoutes()
                .stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(RouteBaseData::getTemplate)))
                .map(template -> template.replaceAll("^/", ""))
                .collect(toSet());
        assertThat(RawRoutes.all()).isEqualTo(routes);
    }

    @ParameterizedTest
    @CsvSource({"aisha.abdi,employee", "maja,help desk", "mehmet.yilmaz,IT", "per-olof,auditor"})
    void a_route_asked_for_by_hand_opens_to_its_roles_alone(String who, String role) {
        try (var browser = signedIn(who);
                var window = RawUi.open(browser, "")) {
            assertThat(RawRoutes.all()).allSatisfy(route -> {
                window.navigate(route.replace(":id", route.contains("device") ? JOHANS : "1"));
                assertThat(window.text()).as(route).doesNotContain(FAILED);
                assertThat(!window.text().contains(NOT_FOR_YOU)).as(route).isEqualTo(RawRoutes.opensTo(role, route));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "johan.oberg,Johan Öberg,employee,own,refresh lock message clear-passcode wipe",
        "bo,Bo Lind,employee,team member's,install",
        "aisha.abdi,Aisha Abdi,employee,another's,''",
        "maja,Maja Lindqvist,help desk,another's,lock",
        "mehmet.yilmaz,Mehmet Yılmaz,IT,another's,"
                + "refresh lock message clear-passcode wipe put-tag take-tag hand-over",
        "per-olof,Per-Olof Wallin,auditor,another's,''"
    })
    void every_press_by_hand_asks_for_what_the_table_allows_and_for_nothing_else(
            String who, String name, String role, String whose, String atLeast) {
        var deeds = new RawDeeds(database);
        fleet.read();
        try (var somebody = RawPresses.by(who, port)) {
            somebody.everything("device/" + JOHANS);
            somebody.everything("directory/device/" + JOHANS);
            somebody.everything("team");
        }
        assertThat(deeds.asked(name, whose))
                .isSubsetOf(WhoMayDoWhat.allowed(role, whose))
                .containsAll(atLeast.isEmpty() ? Set.of() : Set.of(atLeast.split(" ")));
        assertThat(deeds.ofOthers(name)).isEmpty();
    }

    @Test
    void the_help_desk_asks_by_hand_under_a_ticket_for_what_the_table_allows_and_for_nothing_else() {
        var deeds = new RawDeeds(database);
        try (var maja = RawPresses.by("maja", port)) {
            maja.writing(RawWords.FITTING.choosing(1)).everything("help");
            maja.writing(RawWords.FITTING.with("Ticket number", "")).everything("help");
        }
        String whose = "another's, under a ticket";
        assertThat(deeds.asked("Maja Lindqvist", whose))
                .isSubsetOf(WhoMayDoWhat.allowed("help desk", whose))
                .contains("refresh", "lock", "clear-passcode");
        assertThat(deeds.asked("Maja Lindqvist", "another's")).isSubsetOf("lock");
    }

    @Test
    void presses_of_another_window_and_without_the_windows_token_do_nothing() {
        int before = all();
        try (var johan = signedIn("johan.oberg");
                var aisha = signedIn("aisha.abdi")) {
            var page = RawUi.open(johan, "device/" + JOHANS);
            var hers = RawUi.open(aisha, "");
            for (int node : page.pressable()) {
                page.pressFrom(aisha, node, page.token());
                page.pressFrom(aisha, node, hers.token());
                page.pressFrom(johan, node, "");
                page.pressFrom(johan, node, hers.token());
            }
            assertThat(page.pressable()).isNotEmpty();
        }
        assertThat(all()).isEqualTo(before);
    }

    private int all() {
        return database.sql("select count(*) from requests.request")
                .query(Integer.class)
                .single();
    }
}
