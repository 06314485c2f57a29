package se.handtag.journeys;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.RawUi;
import se.handtag.SignInByHttp;
import se.handtag.policy.ActionKind;

/**
 * Who writes the screens' messages by hand gets no further than who uses the screens: every route, every press that the server
 * tells of, in every role, on a device of one's own, of one's team and of somebody else. What may come of it stands in
 * {@code src/docs/who-may-do-what.md}.
 */
class RawRequestsIT extends Journey {
    private static final String JOHANS = "aab2453f-cd09-46cb-b3d6-a1aedc5f14c7";
    private static final String JOHANS_ENDING = "5482";
    private static final String NOT_FOR_YOU = "Not for you";
    private static final String FAILED = "This page could not be shown";
    private static final Set<String> OWN = Set.of("refresh", "lock", "message", "clear-passcode");
    private static final List<String> ROLES = List.of("employee", "help desk", "IT", "auditor");
    /** A question, perhaps after a choice. */
    private static final int DEEPEST = 2;
    /** Of a long list to choose from. */
    private static final int MOST_ALIKE = 4;

    private static final Set<String> OF_IT = Set.of(
            "administration/configurations",
            "directory",
            "directory/app/:id",
            "directory/apps",
            "directory/apps/new",
            "directory/approvers",
            "directory/device/:id",
            "directory/devices",
            "directory/files",
            "directory/group/:id",
            "directory/groups",
            "directory/person/:id",
            "directory/tag/:id",
            "directory/tags",
            "erase-names",
            "health",
            "held",
            "links",
            "many",
            "numbers",
            "rules",
            "rules/draft/:id",
            "second-person",
            "stop",
            "unknown");
    private static final Set<String> OF_HELP = Set.of("find", "help", "lost-now");
    private static final Set<String> OF_AUDITORS = Set.of("audit");
    private static final Set<String> OF_ALL = Set.of(
            "",
            "accessibility",
            "approvals",
            "approvals/stand-ins",
            "apps",
            "call-off/:id",
            "details",
            "device/:id",
            "device/:id/hand-over",
            "found/:id",
            "messages",
            "on-record",
            "request/:id",
            "requests",
            "sessions",
            "team",
            "touched");

    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext context;

    @Autowired
    private JdbcClient database;

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

    private static String filled(String route) {
        return route.replace(":id", route.contains("device") ? JOHANS : "1");
    }

    @Test
    void every_route_is_known_to_this_test() {
        Set<String> routes = RouteConfiguration.forRegistry(
                        ApplicationRouteRegistry.getInstance(new VaadinServletContext(context)))
                .getAvailableRoutes()
                .stream()
                .map(RouteData::getTemplate)
                .map(template -> template.replaceAll("^/", ""))
                .collect(toSet());
        assertThat(Stream.of(OF_IT, OF_HELP, OF_AUDITORS, OF_ALL)
                        .flatMap(Set::stream)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @ParameterizedTest
    @CsvSource({"aisha.abdi,employee", "maja,help desk", "mehmet.yilmaz,IT", "per-olof,auditor"})
    void a_route_asked_for_by_hand_opens_to_its_roles_alone(String who, String role) {
        Map<String, Boolean> opened;
        try (var browser = signedIn(who)) {
            var window = RawUi.open(browser, "");
            opened = Stream.of(OF_IT, OF_HELP, OF_AUDITORS, OF_ALL)
                    .flatMap(Set::stream)
                    .collect(toMap(Function.identity(), route -> {
                        window.navigate(filled(route));
                        assertThat(window.text()).as(route).doesNotContain(FAILED);
                        return !window.text().contains(NOT_FOR_YOU);
                    }));
        }
        assertThat(opened)
                .allSatisfy((route, open) -> assertThat(open)
                        .as(route)
                        .isEqualTo(OF_ALL.contains(route)
                                || role.equals("IT") && (OF_IT.contains(route) || OF_HELP.contains(route))
                                || role.equals("help desk") && OF_HELP.contains(route)
                                || role.equals("auditor") && OF_AUDITORS.contains(route)));
    }

    @ParameterizedTest
    @CsvSource({
        "johan.oberg,Johan Öberg,employee,own",
        "bo,Bo Lind,employee,team member's",
        "aisha.abdi,Aisha Abdi,employee,another's",
        "maja,Maja Lindqvist,help desk,another's",
        "mehmet.yilmaz,Mehmet Yılmaz,IT,another's",
        "per-olof,Per-Olof Wallin,auditor,another's"
    })
    void every_press_by_hand_asks_for_what_the_table_allows_and_for_nothing_else(
            String who, String name, String role, String whose) throws IOException {
        int before = all();
        try (var browser = signedIn(who)) {
            pressEverything(browser, "device/" + JOHANS);
            pressEverything(browser, "directory/device/" + JOHANS);
            // What was asked for moves what stands on the page, so that one round may pass something over.
            for (int round = 0; whose.equals("own") && !asked(name, before).containsAll(OWN) && round < 3; round++) {
                pressEverything(browser, "device/" + JOHANS);
            }
        }
        Set<String> asked = asked(name, before);
        Set<String> allowed = allowed(role, whose);
        assertThat(allowed).containsAll(asked);
        if (whose.equals("own")) {
            assertThat(asked).containsAll(OWN);
        }
        assertThat(askedByOthers(name, before)).isZero();
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

    @Test
    void what_waits_for_a_manager_is_decided_by_nobody_else() {
        String request = waiting();
        for (String who : List.of("johan.oberg", "aisha.abdi", "maja", "mehmet.yilmaz", "per-olof", "eva")) {
            try (var browser = signedIn(who)) {
                for (String page : List.of("approvals", "call-off/" + request)) {
                    pressEverything(browser, page);
                }
            }
        }
        assertThat(decisions(request)).isZero();
        try (var bo = signedIn("bo");
                var johan = signedIn("johan.oberg")) {
            var inbox = RawUi.open(bo, "approvals");
            List<Integer> cards = approving(inbox, inbox.pressable());
            for (int i = 0; press(johan, "request/" + request, i, () -> waits().isEmpty()); i++) {}
            assertThat(waits()).isEmpty();
            approve(inbox, cards);
        }
        assertThat(decisions(request))
                .as("by a page that shows what was taken back")
                .isZero();
        String again = waiting();
        try (var bo = signedIn("bo")) {
            var late = RawUi.open(bo, "approvals");
            List<Integer> cards = approving(late, late.pressable());
            var inbox = RawUi.open(bo, "approvals");
            approve(inbox, approving(inbox, inbox.pressable()));
            assertThat(decisions(again)).isOne();
            approve(late, cards);
        }
        assertThat(decisions(again)).as("by a page that shows it waiting").isOne();
    }

    /** Also what he may not decide without signing in once more, which then does nothing. */
    private static void approve(RawUi inbox, List<Integer> cards) {
        for (int card : cards) {
            List<Integer> before = inbox.pressable();
            inbox.press(card);
            approving(inbox, inbox.pressable()).stream()
                    .filter(node -> !before.contains(node))
                    .forEach(inbox::press);
        }
    }

    private static List<Integer> approving(RawUi page, List<Integer> nodes) {
        return nodes.stream()
                .filter(node -> page.text(node).matches("Approve for .*" + JOHANS_ENDING))
                .toList();
    }

    /** Johan asks for what his manager decides. */
    private String waiting() {
        try (var johan = signedIn("johan.oberg")) {
            for (int i = 0; press(johan, "device/" + JOHANS, i, () -> waits().isPresent()); i++) {}
        }
        return waits().orElseThrow();
    }

    private Optional<String> waits() {
        return database.sql("select id::text from requests.request where by_name = 'Johan Öberg' and state = 'WAITING'"
                        + " and action = 'CLEAR_PASSCODE'")
                .query(String.class)
                .optional();
    }

    private int decisions(String request) {
        return database.sql("select count(*) from requests.decision where request = :request::uuid")
                .param("request", request)
                .query(Integer.class)
                .single();
    }

    /** Opens the page once for each thing on it, so that every press begins on an untouched page. */
    private static void pressEverything(SignInByHttp browser, String page) {
        int i = 0;
        while (press(browser, page, i, () -> false)) {
            i++;
        }
    }

    /** Presses the thing of that number and what appears then, the last first, for that is where a yes stands. */
    private static boolean press(SignInByHttp browser, String page, int number, BooleanSupplier enough) {
        var window = RawUi.open(browser, page);
        List<Integer> known = window.pressable();
        if (number >= known.size() || enough.getAsBoolean()) {
            return false;
        }
        window.press(known.get(number));
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Integer> seen = known;
            known = window.pressable();
            window.fillIn(se.handtag.RawWords.FITTING);
            known.reversed().stream()
                    .filter(node -> !seen.contains(node))
                    .limit(MOST_ALIKE)
                    .takeWhile(_ -> !enough.getAsBoolean())
                    .forEach(window::press);
        }
        return true;
    }

    private int all() {
        return database.sql("select count(*) from requests.request")
                .query(Integer.class)
                .single();
    }

    private Set<String> asked(String name, int before) {
        return database.sql("""
                        select action from (select * from requests.request order by asked_at offset :before) as asked
                         where by_name = :name
                        """).param("before", before).param("name", name).query(String.class).list().stream()
                // The table speaks of putting a tag on and means taking it off, too.
                .map(kind ->
                        ActionKind.valueOf(Objects.requireNonNull(kind)).key().replace("take-", "put-"))
                .collect(toSet());
    }

    private int askedByOthers(String name, int before) {
        return database.sql("""
                        select count(*) from (select * from requests.request order by asked_at offset :before) as asked
                         where by_name <> :name
                        """)
                .param("before", before)
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** What that role may ask for at all, by the table. */
    private static Set<String> allowed(String role, String whose) throws IOException {
        return Files.readAllLines(Path.of("src/docs/who-may-do-what.md")).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2).split(" \\| |\\|"))
                .filter(cells -> cells.length >= 6 && cells[1].equals(whose))
                .filter(cells -> {
                    String answer = cells[2 + ROLES.indexOf(role)].strip();
                    return answer.equals("at once") || answer.startsWith("after ");
                })
                .map(cells -> cells[0].replace(" (manager approves)", ""))
                .collect(toSet());
    }
}
