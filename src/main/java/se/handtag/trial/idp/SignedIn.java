package se.handtag.trial.idp;

import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person at the moment of typing the password.
 *
 * @param at when the password was checked
 */
record SignedIn(Person person, Instant at) implements AuthenticatedPrincipal {
    /** The subject, which is what tokens call the person. */
    @Override
    public String getName() {
        return person.subject();
    }
}
