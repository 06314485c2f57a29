package se.handtag.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import se.handtag.ui.kit.Languages;

/** The same choice of language for pages that are written on the server without Vaadin. */
final class HandtagLocaleResolver implements LocaleResolver {
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return LanguageCookie.language(request.getCookies(), request.getLocales());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addCookie(
                    LanguageCookie.of(Languages.closest(locale), request.getContextPath(), request.isSecure()));
        }
    }
}
