package se.handtag.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Ends sessions when the provider says so (OpenID Connect Back-Channel Logout 1.0), on every node, whichever of them was
 * told. Spring Security has proved by then that it is the provider who says it.
 */
@Component
class ProviderLogout implements LogoutHandler {
    private final IdentitySettings settings;
    private final Persons persons;
    private final Sessions sessions;

    ProviderLogout(IdentitySettings settings, Persons persons, Sessions sessions) {
        this.settings = settings;
        this.persons = persons;
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcLogoutToken token)) {
            throw new IllegalStateException("No logout token");
        }
        response.setHeader("Cache-Control", "no-store");
        String subject = token.getSubject();
        var known = subject == null
                ? null
                : persons.known(settings.issuer(), subject).orElse(null);
        if (known == null && subject != null) {
            return; // Whoever was never here has no session either.
        }
        sessions.endedByProvider(known == null ? null : known.id(), token.getSessionId(), token.getId());
    }

    /** Spring Security's own register is of one node and would only grow: the portal's sessions are known without it. */
    static final class NoRegister implements OidcSessionRegistry {
        @Override
        public void saveSessionInformation(OidcSessionInformation session) {
            // The sign-in itself holds the provider's number of it.
        }

        @Override
        public @Nullable OidcSessionInformation removeSessionInformation(String clientSession) {
            return null;
        }

        @Override
        public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
            return List.of();
        }
    }
}
