package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.handtag.ui.kit.Languages;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageCookieTest {
    @Test
    void takes_the_first_of_the_browser_s_languages_that_we_speak() {
        assertThat(language(null, "de", "sv-FI", "en")).isEqualTo(Languages.SWEDISH);
        assertThat(language(null, "en-US", "sv")).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void speaks_english_to_those_who_ask_for_neither() {
        assertThat(language(null, "fi", "de")).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void follows_the_choice_before_the_browser() {
        assertThat(language("en", "sv")).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void ignores_a_choice_that_is_none_of_ours() {
        assertThat(language("xx\"><script>", "sv")).isEqualTo(Languages.SWEDISH);
    }

    @Test
    void keeps_the_choice_out_of_scripts_and_other_sites() {
        var cookie = LanguageCookie.of(Languages.SWEDISH, "", true);
        assertThat(cookie.getValue()).isEqualTo("sv");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getName()).startsWith("__Host-");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(LanguageCookie.language(new Cookie[] {cookie}, Collections.enumeration(List.of(Locale.ENGLISH))))
                .isEqualTo(Languages.SWEDISH);
    }

    @Test
    void a_link_on_a_plain_page_chooses_at_once_and_for_later() {
        var resolver = new HandtagLocaleResolver();
        var request = new MockHttpServletRequest();
        request.addPreferredLocale(Locale.ENGLISH);
        var response = new MockHttpServletResponse();
        resolver.setLocale(request, response, Locale.of("sv"));
        assertThat(resolver.resolveLocale(request)).isEqualTo(Languages.SWEDISH);
        assertThat(response.getCookie(LanguageCookie.NAME))
                .extracting(Cookie::getValue)
                .isEqualTo("sv");
    }

    private static Locale language(@Nullable String chosen, String... accepted) {
        var cookies = chosen == null
                ? null
                : new Cookie[] {new Cookie("other", "sv"), new Cookie(LanguageCookie.NAME, chosen)};
        return LanguageCookie.language(
                cookies,
                Collections.enumeration(
                        Arrays.stream(accepted).map(Locale::forLanguageTag).toList()));
    }
}
