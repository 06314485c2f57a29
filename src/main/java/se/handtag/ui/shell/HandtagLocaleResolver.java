package se.handtag.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import se.handtag.ui.kit.Languages;

/**
 * The same choice of language for pages that are written on the server without Vaadin. A link there with {@code ?language=sv}
 * chooses.
 */
final class HandtagLocaleResolver implements LocaleResolver {
    private static final String CHOSEN_NOW = HandtagLocaleResolver.class.getName();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(CHOSEN_NOW) instanceof Locale chosen
                ? chosen
                : LanguageCookie.language(request.getCookies(), request.getLocales());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            var language = Languages.closest(locale);
            request.setAttribute(CHOSEN_NOW, language);
            response.addCookie(LanguageCookie.of(language, request.getContextPath(), request.isSecure()));
        }
    }
}
