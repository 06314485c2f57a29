package se.handtag.production;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.handtag.Chromium;

/** Two nodes behind a real nginx with TLS, set up as the handbook says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NodesIT {
    @TempDir
    private Path folder = Path.of("");

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final Site.Node[] nodes = new Site.Node[2];

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @SuppressWarnings("NullAway.Init")
    private Cluster cluster;

    @SuppressWarnings("NullAway.Init")
    private Nginx nginx;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @BeforeEach
    void start() {
        setDefaultAssertionTimeout(60_000);
        chromium = add(Chromium.start());
        cluster = add(Cluster.in(folder.resolve("database")));
        site = add(new Site(folder));
        int[] ports = {Site.freePort(), Site.freePort()};
        nginx = add(Nginx.start(folder, Site.freePort(), ports[0], ports[1]));
        for (int which = 0; which < nodes.length; which++) {
            startNode(which, ports[which]);
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (var node : nodes) {
            node.program().close();
        }
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    @Test
    void people_stay_on_their_node_by_a_websocket_and_nobody_notices_a_rolling_restart() throws Exception {
        Page anna = browser();
        List<WebSocket> channels = new CopyOnWriteArrayList<>();
        anna.onWebSocket(channels::add);
        signIn(anna);
        String node = node(anna);
        assertThat(node).isIn("a", "b");
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            anna.evaluate("1");
            return channels.stream().anyMatch(channel -> channel.url().startsWith("wss://localhost:"));
        });
        anna.reload();
        assertThat(node(anna)).isEqualTo(node);
        assertThat(anna.url()).as("still signed in").startsWith(nginx.address());

        int own = node.equals("a") ? 0 : 1;
        try (var load = Load.on(nginx.address())) {
            for (int which : new int[] {own, 1 - own}) {
                load.untilMore(50);
                assertThat(nodes[which].program().stop())
                        .as("ended by the signal")
                        .isEqualTo(143);
                load.untilMore(50);
                startNode(which, nodes[which].port());
                load.untilMore(50);
            }
            assertThat(load.failures()).as(nginx.errors()).isEmpty();
            assertThat(new TreeSet<>(load.statuses())).containsExactly(200, 403);
        }

        anna.navigate(nginx.address() + "/");
        anna.waitForURL(nginx.address() + "/**");
        assertThat(anna.locator("#account-menu").count())
                .as("signed in anew by the provider, which still knows her")
                .isPositive();
    }

    private void startNode(int which, int port) {
        nodes[which] = site.start(nginx.address(), port, cluster.url(), Map.of());
        site.untilWell(nodes[which]);
    }

    private Page browser() {
        return chromium.browser().newPage(new Browser.NewPageOptions().setIgnoreHTTPSErrors(true));
    }

    private void signIn(Page page) {
        page.navigate(nginx.address() + "/");
        page.locator("input[name=username]").fill("anna");
        page.locator("input[type=password]").fill("handtag");
        page.keyboard().press("Enter");
        page.waitForURL(nginx.address() + "/**");
        page.locator("#account-menu").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** The node that nginx keeps this browser at. */
    private static String node(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("handtag_node"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private <T extends AutoCloseable> T add(T part) {
        parts.add(part);
        return part;
    }
}
