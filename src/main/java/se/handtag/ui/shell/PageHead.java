package se.handtag.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.nodes.Document;
import se.handtag.ui.kit.Languages;

/** The page's language, colours and security headers. Every script of the page carries a number that is used once. */
final class PageHead implements IndexHtmlRequestListener {
    private static final int NONCE_BYTES = 18;

    private final transient I18NProvider texts;
    private final transient Brand brand;
    private final boolean production;
    private final SecureRandom random = new SecureRandom();

    PageHead(I18NProvider texts, Brand brand, boolean production) {
        this.texts = texts;
        this.brand = brand;
        this.production = production;
    }

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        var document = response.getDocument();
        var language = Languages.ENGLISH;
        if (response.getVaadinRequest() instanceof VaadinServletRequest request) {
            language = LanguageCookie.language(request.getCookies(), request.getLocales());
        }
        dress(document, language);
        SecurityHeaders.COMMON.forEach(response.getVaadinResponse()::setHeader);
        // Live reload of the developers' profile loads scripts that cannot know the number.
        if (production) {
            var bytes = new byte[NONCE_BYTES];
            random.nextBytes(bytes);
            var nonce = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            document.select("script").attr("nonce", nonce);
            response.getVaadinResponse()
                    .setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.policyForScreens(nonce));
        } else {
            response.getVaadinResponse()
                    .setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.POLICY_FOR_DEVELOPERS);
        }
    }

    private void dress(Document document, Locale language) {
        var html = document.selectFirst("html");
        if (html != null) {
            html.attr("lang", language.toLanguageTag());
        }
        var head = document.head();
        head.appendElement("meta")
                .attr("name", "theme-color")
                .attr("content", "#ffffff")
                .attr("media", "(prefers-color-scheme: light)");
        head.appendElement("meta")
                .attr("name", "theme-color")
                .attr("content", "#1a211e")
                .attr("media", "(prefers-color-scheme: dark)");
        head.appendElement("meta")
                .attr("name", "description")
                .attr("content", texts.getTranslation("shell.description", language));
        document.title(brand.name());
        head.select("meta[name=application-name], meta[name=apple-mobile-web-app-title]")
                .attr("content", brand.name());
        String style = brand.style();
        if (style != null) {
            head.appendElement("style").text(style);
        }
        document.body()
                .appendElement("noscript")
                .appendElement("p")
                .text(texts.getTranslation("shell.noscript", language));
    }
}
