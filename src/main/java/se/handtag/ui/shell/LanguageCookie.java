package se.handtag.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.ui.kit.Languages;

/** The language that a person chose, kept in the browser; without a choice the first of the browser's that we speak. */
final class LanguageCookie {
    static final String NAME = "handtag-language";

    /** Browsers take a cookie of such a name only over TLS, for the whole host and from that host alone. */
    static final String NAME_OVER_TLS = "__Host-" + NAME;

    private static final Duration KEPT = Duration.ofDays(365);

    private LanguageCookie() {}

    /** The language to answer in. */
    static Locale language(Cookie @Nullable [] cookies, Enumeration<Locale> accepted) {
        var chosen = Stream.ofNullable(cookies)
                .flatMap(Stream::of)
                .filter(cookie ->
                        cookie.getName().equals(NAME) || cookie.getName().equals(NAME_OVER_TLS))
                .flatMap(cookie -> Languages.ALL.stream()
                        .filter(locale -> locale.getLanguage().equals(cookie.getValue())))
                .findFirst();
        return chosen.orElseGet(() -> firstSpoken(accepted));
    }

    private static Locale firstSpoken(Enumeration<Locale> accepted) {
        while (accepted.hasMoreElements()) {
            var asked = accepted.nextElement();
            for (var spoken : Languages.ALL) {
                if (spoken.getLanguage().equals(asked.getLanguage())) {
                    return spoken;
                }
            }
        }
        return Languages.ENGLISH;
    }

    /** The cookie that keeps the choice. */
    static Cookie of(Locale locale, String contextPath, boolean secure) {
        var cookie = new Cookie(secure ? NAME_OVER_TLS : NAME, locale.getLanguage());
        cookie.setPath(secure || contextPath.isEmpty() ? "/" : contextPath);
        cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Keeps the choice with the answer to the request at hand. */
    static void remember(Locale locale) {
        var request = VaadinRequest.getCurrent();
        var response = VaadinResponse.getCurrent();
        if (request != null && response != null) {
            response.addCookie(of(locale, request.getContextPath(), request.isSecure()));
        }
    }
}
