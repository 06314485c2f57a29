package se.handtag.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * The page that all screens live in. The server pushes what changes; presses still come by ordinary requests, so that cookies and
 * the sign-in work as anywhere else.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.setPageTitle("Handtag");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("application-name", "Handtag");
        settings.addMetaTag("apple-mobile-web-app-title", "Handtag");
        settings.addLink("favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addLink("icons/icon-180.png", Map.of("rel", "apple-touch-icon"));
        settings.addLink("manifest.webmanifest", Map.of("rel", "manifest"));
    }
}
