package se.handtag.ui.shell;

import java.util.Map;

/** What browsers are told to refuse on our pages. */
public final class SecurityHeaders {
    /** The header's name. */
    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** Headers for every page. */
    public static final Map<String, String> COMMON = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()");

    private static final String EVERYWHERE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; object-src 'none'; frame-ancestors 'none';"
                    + " manifest-src 'self'; worker-src 'self'; ";

    /** The policy of what is no page; pages put their own in its place. */
    static final String POLICY_FOR_OTHERS = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** The policy of pictures that the company brings in: whatever is in one, opened by its address it runs nothing. */
    static final String POLICY_FOR_PICTURES = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** The policy of pages while they are developed, whose scripts cannot know a number. */
    static final String POLICY_FOR_DEVELOPERS = "frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** The policy of Vaadin's pages: only scripts with the number, and what those load. */
    static String policyForScreens(String nonce) {
        // Pages of any depth name their parts as seen from the first page, by a base element.
        return EVERYWHERE + "base-uri 'self'; form-action 'self'; script-src 'nonce-" + nonce
                + "' 'strict-dynamic' 'unsafe-eval'";
    }

    /** The policy of pages that the server writes and that need no script at all. */
    public static String policyForPlainPages() {
        // No form-action: browsers hold it against where a form's answer leads, such as the identity provider.
        return EVERYWHERE + "base-uri 'none'; script-src 'none'";
    }
}
