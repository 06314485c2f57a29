package se.handtag.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Locale;
import se.handtag.Chromium;
import se.handtag.Gate;
import se.handtag.identity.Keycloak;

/**
 * P5: what a browser with an empty cache loads for "My devices" of somebody who is signed in, against Keycloak's account
 * console with the devices of one's own sign-ins. Bytes as they come over the network, headers too.
 */
final class FirstLoadFigure implements Figure {
    /** Milliseconds, for what a page loads once it is drawn. */
    private static final double QUIET = 3_000;

    @Override
    public String name() {
        return "P5";
    }

    @Override
    public List<String> measure() throws Exception {
        try (Chromium chromium = Chromium.start()) {
            Load ours = ofHandtag(chromium);
            Load theirs = ofKeycloak(chromium);
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "P5  first load, bytes of My devices / of Keycloak's device activity (aim 0.50): %.2f; %.0f kB"
                                    + " against %.0f kB",
                            (double) ours.bytes / theirs.bytes,
                            ours.bytes / 1e3,
                            theirs.bytes / 1e3),
                    "P5  requests (aim 12): " + ours.requests + " against " + theirs.requests);
        }
    }

    private static Load ofHandtag(Chromium chromium) throws Exception {
        try (Portal portal = Portal.start(0, Portal.HASTY);
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(portal.address().toString());
            signIn(page, "Enter");
            page.locator(".device-card").first().waitFor();
            return new Load(context, portal.address().toString(), ".device-card");
        }
    }

    private static Load ofKeycloak(Chromium chromium) {
        try (Gate gate = Gate.onFreePort();
                Keycloak keycloak = Keycloak.start("http://localhost:" + gate.port(), "http://localhost:1");
                BrowserContext context = chromium.browser().newContext()) {
            gate.leadTo(keycloak.port());
            String console =
                    "http://localhost:" + gate.port() + "/realms/handtag/account/account-security/device-activity";
            Page page = context.newPage();
            page.navigate(console);
            signIn(page, "Enter");
            String devices = "[data-testid='row-0'], .signed-in-device-list";
            page.locator(devices).first().waitFor();
            return new Load(context, console, devices);
        }
    }

    private static void signIn(Page page, String key) {
        page.locator("#username").fill("anna");
        page.locator("input[type=password]").fill("handtag");
        page.keyboard().press(key);
    }

    /** One load of a page, counted. */
    private static final class Load {
        private long bytes;
        private int requests;

        /** @param drawn what is there when the page is */
        Load(BrowserContext context, String address, String drawn) {
            Page page = context.newPage();
            CDPSession network = context.newCDPSession(page);
            network.send("Network.enable");
            network.send("Network.clearBrowserCache");
            network.on("Network.requestWillBeSent", this::requested);
            network.on("Network.webSocketCreated", _ -> requests++);
            network.on("Network.loadingFinished", event -> bytes += length(event));
            network.on("Network.webSocketFrameReceived", event -> bytes += event.getAsJsonObject("response")
                    .get("payloadData")
                    .getAsString()
                    .length());
            page.navigate(address);
            page.locator(drawn).first().waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForTimeout(QUIET);
            page.close();
        }

        private void requested(JsonObject event) {
            if (!event.getAsJsonObject("request").get("url").getAsString().startsWith("data:")) {
                requests++;
            }
            if (event.has("redirectResponse")) {
                bytes += length(event.getAsJsonObject("redirectResponse"));
            }
        }

        private static long length(JsonObject of) {
            return of.get("encodedDataLength").getAsLong();
        }
    }
}
