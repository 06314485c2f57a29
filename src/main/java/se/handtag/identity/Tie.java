package se.handtag.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/**
 * What a browser's session holds of the provider's, so that the provider can be asked for the person again: tokens, which
 * leave the server for the provider alone and are never printed.
 *
 * @param heard when the provider last said who they are
 * @param due when to ask again
 */
record Tie(OAuth2AuthorizedClient client, Instant heard, Instant due) implements Serializable {
    private static final String KEPT = "handtag.tie";

    static void keep(HttpSession session, Tie tie) {
        session.setAttribute(KEPT, tie);
    }

    static void drop(HttpSession session) {
        session.removeAttribute(KEPT);
    }

    /** Null when the provider gave nothing to ask again by. */
    static @Nullable Tie of(HttpSession session) {
        return session.getAttribute(KEPT) instanceof Tie tie && tie.client.getRefreshToken() != null ? tie : null;
    }

    Tie dueAt(Instant later) {
        return new Tie(client, heard, later);
    }

    @Override
    public String toString() {
        return "Tie[heard=" + heard + ", due=" + due + "]";
    }
}
