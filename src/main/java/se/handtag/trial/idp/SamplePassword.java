package se.handtag.trial.idp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Everybody in the sample company has the one password that the start-up text names. */
final class SamplePassword implements AuthenticationProvider {
    /** Strangers share one count, so that made-up names fill no memory. */
    private static final String STRANGER = "";

    private final People people;
    private final Accounts accounts;
    private final SignInAttempts attempts;
    private final Clock clock;

    SamplePassword(People people, Accounts accounts, SignInAttempts attempts, Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var person = people.find(request.getName().strip());
        var counted = person == null ? STRANGER : person.username();
        attempts.require(counted);
        if (person == null
                || accounts.isDisabled(person)
                || !isSamplePassword(String.valueOf(request.getCredentials()))) {
            attempts.wrong(counted);
            throw new BadCredentialsException("Unknown person or wrong password");
        }
        attempts.right(counted);
        var byPassword = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(clock.instant())
                .build();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(byPassword));
    }

    private static boolean isSamplePassword(String typed) {
        return MessageDigest.isEqual(typed.getBytes(UTF_8), TrialIdp.PASSWORD.getBytes(UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }
}
