package se.handtag.trial.idp;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the trial's provider may send a browser: to a portal on this machine, whichever port it has (RFC 8252, 7.3
 * leaves the port of a loopback address open), and nowhere else.
 */
final class Loopback {
    static final String CALLBACK = "/login/oauth2/code/handtag";
    private static final Set<String> CALLBACKS = Set.of(CALLBACK, "/lost/code/lost");

    /** A portal behind a proxy of this machine has https. */
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    static boolean isCallback(@Nullable String address) {
        var uri = local(address);
        return uri != null && CALLBACKS.contains(uri.getRawPath()) && uri.getRawQuery() == null;
    }

    static boolean isLocal(@Nullable String address) {
        return local(address) != null;
    }

    private static @Nullable URI local(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = URI.create(address);
            boolean fits = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && HOSTS.contains(uri.getHost())
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return fits ? uri : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
