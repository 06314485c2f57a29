package se.handtag;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A browser on whatever machine this is: the system's Chromium if there, else Debian's package when it may be installed,
 * else Playwright's own download, else one sentence that says what to do. Never none.
 */
public final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it. @throws IllegalStateException with what to do, when there is none to be had */
    public static Chromium start() {
        Debian.install("chromium", () -> installed() != null);
        Path installed = installed();
        var options = new BrowserType.LaunchOptions().setArgs(QUIET);
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", installed == null ? "0" : "1");
        try {
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            return new Chromium(
                    playwright,
                    playwright.chromium().launch(installed == null ? options : options.setExecutablePath(installed)));
        } catch (PlaywrightException none) {
            throw new IllegalStateException(
                    "These tests need a browser and found none: install Chromium (Debian: apt install chromium) and run"
                            + " them again.",
                    none);
        }
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static @Nullable Path installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
    }
}
