package se.handtag.trial.idp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in at the provider.
 *
 * @param at when the password was typed
 */
record SignedIn(Person person, Instant at) {
    /** Whose session the request belongs to, or null for a stranger's. */
    static @Nullable SignedIn current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Person person) {
            for (var authority : authentication.getAuthorities()) {
                if (authority instanceof FactorGrantedAuthority factor) {
                    return new SignedIn(person, factor.getIssuedAt());
                }
            }
        }
        return null;
    }
}
