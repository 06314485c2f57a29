package se.handtag.ui.shell;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the company makes the portal its own. What people could not read is refused.
 *
 * @param helpDesk whom to turn to, as people read it, such as "IT help desk, 031-00 00 00"; null when not set
 * @param name what the portal is called everywhere people read it
 * @param logo an SVG or PNG file that stands for the sign in the header; null for the portal's own
 * @param colour the company's colour as {@code #rrggbb}, dark enough to be read on white; null for the portal's own
 * @param outlineAfter how long a page waits for what the MDM says before its outline is shown instead
 */
@ConfigurationProperties("handtag.ui")
public record ShellSettings(
        @Nullable String helpDesk,
        @DefaultValue(ShellSettings.OWN_NAME) String name,
        @Nullable Path logo,
        @Nullable String colour,
        @DefaultValue("150ms") Duration outlineAfter) {
    static final String OWN_NAME = "Handtag";
    private static final int LONGEST_NAME = 24;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    public ShellSettings {
        helpDesk = helpDesk == null || helpDesk.isBlank() ? null : helpDesk.strip();
        colour = colour == null || colour.isBlank() ? null : colour.strip();
    }

    @AssertTrue(message = "handtag.ui.name must have 1 to " + LONGEST_NAME + " characters, so that it fits on a phone")
    boolean isNameFitting() {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    @AssertTrue(message = "handtag.ui.logo must be an SVG or PNG file that is there and can be read")
    boolean isLogoUsable() {
        return logo == null || (Files.isReadable(logo) && logo.toString().matches("(?i).*\\.(svg|png)"));
    }

    @AssertTrue(
            message =
                    "handtag.ui.colour must be #rrggbb and dark enough to be read on white (a contrast of at least 5.2 to 1)")
    boolean isColourReadable() {
        return colour == null || (COLOUR.matcher(colour).matches() && Contrast.readableOnWhite(colour));
    }

    @AssertTrue(
            message =
                    "handtag.ui.outline-after must be from 0 to 5 seconds: people wait before an empty page meanwhile")
    boolean isOutlineSoon() {
        return !outlineAfter.isNegative() && outlineAfter.compareTo(LONGEST_WAIT) <= 0;
    }
}
