package se.handtag.production;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.handtag.Chromium;
import se.handtag.trial.mdm.TrialMdm;
import se.handtag.trial.mdm.TrialMdmSettings;

/** Two nodes of the jar behind a real nginx with TLS, set up and replaced as the handbook says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NodesIT {
    private static final String ANNAS_IPHONE = "19eefc94-c6ca-4215-9ac4-c366a4136e1a";
    private static final List<String> NAMES = List.of("a", "b");
    private static final double PATIENCE = 60_000;

    @TempDir
    private Path folder = Path.of("");

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final int[] ports = {Site.freePort(), Site.freePort()};
    private final Site.Node[] nodes = new Site.Node[2];

    @SuppressWarnings("NullAway.Init")
    private Accesses accesses;

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @SuppressWarnings("NullAway.Init")
    private Cluster cluster;

    @SuppressWarnings("NullAway.Init")
    private TrialMdm mdm;

    @SuppressWarnings("NullAway.Init")
    private Certificate certificate;

    @SuppressWarnings("NullAway.Init")
    private Nginx nginx;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @BeforeEach
    void start() {
        setDefaultAssertionTimeout(PATIENCE);
        chromium = add(Chromium.start());
        cluster = add(Cluster.in(folder.resolve("database")));
        mdm = add(TrialMdm.start(TrialMdmSettings.of(cluster.url(), "postgres", "trusted")));
        site = add(new Site(folder));
        accesses = new Accesses(folder);
        certificate = Certificate.madeIn(folder);
        nginx = add(Nginx.start(folder, Site.freePort(), ports, certificate));
        for (int which = 0; which < nodes.length; which++) {
            startNode(which);
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (Site.Node node : nodes) {
            node.program().close();
        }
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    @Test
    void people_stay_on_their_node_by_a_websocket_and_nothing_is_lost_while_each_node_is_replaced() {
        Page anna = browser();
        signIn(anna, "anna", "");
        int annas = NAMES.indexOf(node(anna));
        assertThat(annas).as("the node that nginx has chosen").isNotNegative();
        Page bo = browser();
        bo.context().addCookies(List.of(new Cookie("handtag_node", NAMES.get(1 - annas)).setUrl(nginx.address())));
        AtomicInteger frames = framesByWebsocket(bo);
        signIn(bo, "bo", "approvals");
        bo.waitForCondition(() -> frames.get() > 0);
        int before = now(bo, frames);
        asksForAPasscode(anna, "Forgotten before the upgrade");
        sees(bo, "Forgotten before the upgrade");
        assertThat(now(bo, frames)).as("what the websocket brought").isGreaterThan(before);
        for (int which = 0; which < nodes.length; which++) {
            assertThat(accesses.people(ports[which]))
                    .as("those who come to node " + NAMES.get(which))
                    .containsOnly(NAMES.get(which));
        }

        try (var load = Load.on(nginx.address(), certificate.trusted())) {
            for (int which = 0; which < nodes.length; which++) {
                load.untilMore(50);
                nginx.takeOut(which);
                load.untilMore(10);
                assertThat(nodes[which].program().stop())
                        .as("ended by the signal")
                        .isEqualTo(143);
                load.untilMore(50);
                startNode(which);
                nginx.putBack();
            }
            load.untilMore(50);
            assertThat(load.end()).as(nginx.errors()).isEmpty();
            // A node writes down what came when it has answered.
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(accesses.forms(ports[0], ports[1]))
                            .as("each form has come once")
                            .containsExactlyInAnyOrderElementsOf(load.forms()));
            System.out.printf("%d requests while both nodes were replaced%n", load.answered());
        }

        bo.navigate(nginx.address() + "/approvals");
        sees(bo, "Forgotten before the upgrade");
        anna.navigate(nginx.address() + "/device/" + ANNAS_IPHONE);
        sees(anna, "Waiting for");
    }

    private void startNode(int which) {
        nodes[which] = site.start(
                nginx.address(),
                ports[which],
                cluster.url(),
                Map.of(
                        "HANDTAG_MDM_URL",
                        mdm.apiUrl().toString(),
                        "SERVER_TOMCAT_ACCESSLOG_ENABLED",
                        "true",
                        "SERVER_TOMCAT_ACCESSLOG_BUFFERED",
                        "false",
                        "SERVER_TOMCAT_ACCESSLOG_PATTERN",
                        Accesses.PATTERN,
                        "SERVER_TOMCAT_ACCESSLOG_DIRECTORY",
                        accesses.folder(ports[which]).toString()));
        site.untilWell(nodes[which]);
    }

    private Page browser() {
        Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions().setIgnoreHTTPSErrors(true).setLocale("en"));
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    private void signIn(Page page, String username, String path) {
        page.navigate(nginx.address() + "/" + path);
        page.navigate(URI.create(page.url()).resolve("/sign-in?as=" + username).toString());
        page.locator("input[type=password]").fill("handtag");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.startsWith(nginx.address()) && !url.contains("/oauth2/"));
    }

    /** Counts what the portal says to that page through encrypted websockets of nginx's. */
    private AtomicInteger framesByWebsocket(Page page) {
        var frames = new AtomicInteger();
        String nginxs = nginx.address().replace("https:", "wss:") + "/";
        page.onWebSocket(socket -> {
            if (socket.url().startsWith(nginxs)) {
                socket.onFrameReceived(_ -> frames.incrementAndGet());
            }
        });
        return frames;
    }

    /** Asking the page anything brings what it has told so far. */
    private static int now(Page page, AtomicInteger frames) {
        page.evaluate("1");
        return frames.get();
    }

    /** The node that nginx keeps this browser at. */
    private static String node(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("handtag_node"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("none");
    }

    private void asksForAPasscode(Page page, String why) {
        page.navigate(nginx.address() + "/device/" + ANNAS_IPHONE);
        press(page, "Request: Clear the passcode");
        page.getByLabel("Why?").fill(why);
        press(page, "Request for iPhone 16 …K7QX");
        sees(page, "Waiting for");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static void sees(Page page, String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    private <T extends AutoCloseable> T add(T part) {
        parts.add(part);
        return part;
    }
}
