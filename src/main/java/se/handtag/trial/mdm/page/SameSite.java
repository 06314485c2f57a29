package se.handtag.trial.mdm.page;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Refused;

/**
 * Keeps other sites' pages out. A browser on this machine reaches loopback for any site that asks, hence: the name asked
 * for must be this machine's (else a foreign name was made to point here), and a request that changes something must
 * not come from another origin. Programs that are no browsers send neither header and may pass.
 */
final class SameSite {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private SameSite() {}

    static void check(Call call) {
        String host = lower(call.header("Host"));
        if (host == null || !OWN_NAMES.contains(withoutPort(host))) {
            throw Refused.with(403, "This page answers only to localhost.");
        }
        if (call.method().equals("GET")) {
            return;
        }
        String origin = lower(call.header("Origin"));
        if (origin != null && !origin.equals("http://" + host)) {
            throw Refused.with(403, "This was sent by another site.");
        }
        String site = lower(call.header("Sec-Fetch-Site"));
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw Refused.with(403, "This was sent by another site.");
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]*$", "");
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
