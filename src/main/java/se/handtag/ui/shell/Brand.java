package se.handtag.ui.shell;

import org.jspecify.annotations.Nullable;

/** The portal in the company's name and colour. */
public final class Brand {
    private final ShellSettings settings;

    /** The brand that the settings ask for. */
    public Brand(ShellSettings settings) {
        this.settings = settings;
    }

    /** What the portal is called. */
    public String name() {
        return settings.name();
    }

    /** Where the sign in the header is, from the portal's address; null for the portal's own. */
    public @Nullable String logo() {
        return settings.logo() == null ? null : "brand/logo";
    }

    /** The colours that take the place of the portal's own, as CSS; null when none do. */
    public @Nullable String style() {
        String colour = settings.colour();
        if (colour == null) {
            return null;
        }
        return """
                html:root {
                  --dark: color-mix(in oklab, %1$s 38%%, white);
                  --spruce: light-dark(%1$s, var(--dark));
                  --spruce-ink: light-dark(#ffffff, #10181a);
                  --spruce-wash: light-dark(color-mix(in oklab, %1$s 10%%, white), color-mix(in oklab, %1$s 24%%, #101513));
                  --aura-accent-color-light: %1$s;
                  --aura-accent-color-dark: var(--dark);
                }
                """.formatted(colour);
    }
}
