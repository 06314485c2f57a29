package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.env.MockEnvironment;

class BrandTest {
    @TempDir
    Path folder;

    @Test
    void texts_call_the_portal_what_the_company_calls_it() throws Exception {
        var messages = ShellConfiguration.messageSource(
                new MockEnvironment().withProperty("handtag.ui.name", "Kalle's {hjälp}"));
        assertThat(messages.getMessage("shell.page-title", new Object[] {"Apps"}, Locale.UK))
                .isEqualTo("Apps – Kalle’s (hjälp)");
        assertThat(messages.getMessage("shell.accessibility.quiet", null, Locale.of("sv")))
                .startsWith("Kalle’s (hjälp) ska fungera");
        assertThat(messages.getMessage("mail.sender", null, Locale.UK)).isEqualTo("Kalle’s (hjälp)");
    }

    @Test
    void a_colour_that_cannot_be_read_on_white_is_refused() {
        assertThat(with("Handtag", null, "#6cc7a4").isColourReadable()).isFalse();
        assertThat(with("Handtag", null, "green; } body {").isColourReadable()).isFalse();
        assertThat(new Brand(with("Handtag", null, "#14624a")).style()).contains("--spruce: light-dark(#14624a");
        // 5.25 to 1 on white: the lightest grey that may be.
        assertThat(with("Handtag", null, "#6c6c6c").isColourReadable()).isTrue();
        assertThat(with("Handtag", null, "#6d6d6d").isColourReadable()).isFalse();
        assertThat(new Brand(with("Handtag", null, " ")).style()).isNull();
    }

    @Test
    void a_name_that_does_not_fit_on_a_phone_is_refused() {
        assertThat(with(" ", null, null).isNameFitting()).isFalse();
        assertThat(with("A".repeat(24), null, null).isNameFitting()).isTrue();
        assertThat(with("A".repeat(25), null, null).isNameFitting()).isFalse();
    }

    @Test
    void the_company_s_sign_takes_the_place_of_the_portal_s() throws Exception {
        Path logo = Files.writeString(folder.resolve("sign.SVG"), "<svg/>");
        var settings = with("Handtag", logo, null);
        assertThat(new Brand(settings).logo()).isEqualTo("brand/logo");
        var answer = new BrandFiles(settings).logo();
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.valueOf("image/svg+xml"));
        assertThat(new BrandFiles(with("Handtag", null, null)).logo().getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(settings.isLogoUsable()).isTrue();
        assertThat(with("Handtag", folder.resolve("none.svg"), null).isLogoUsable())
                .isFalse();
        assertThat(with("Handtag", Files.writeString(folder.resolve("sign.html"), ""), null)
                        .isLogoUsable())
                .isFalse();
    }

    @Test
    void a_phone_installs_it_under_the_company_s_name() {
        assertThat(new BrandFiles(with("Mobilhjälpen", null, "#14624a"))
                        .manifest()
                        .getBody())
                .containsEntry("name", "Mobilhjälpen")
                .containsEntry("theme_color", "#14624a");
    }

    private static ShellSettings with(String name, @Nullable Path logo, @Nullable String colour) {
        return new ShellSettings(null, name, logo, colour, Duration.ZERO);
    }
}
