package se.handtag.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proof that whoever sits there is the person, for what must not be done from a session left open. To get it, lead them to
 * {@code /sign-in/fresh?to=<path>}. It serves one action, for a few minutes.
 */
@Component
public class FreshSignIns {
    private final JdbcClient database;
    private final IdentitySettings settings;
    private final Clock clock;

    FreshSignIns(JdbcClient database, IdentitySettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** The proof that this request's session holds for the person; null when there is none, or none that still serves. */
    public @Nullable FreshSignIn of(Person person) {
        FreshSignIn proof = SignedIn.principal()
                .map(PersonPrincipal::session)
                .map(Session::fresh)
                .orElse(null);
        return proof != null && serves(proof, person.id()) && !isSpent(proof) ? proof : null;
    }

    /**
     * Uses the proof up as part of the caller's transaction.
     *
     * @param proof null counts as none
     * @param action what it is used for, as in records
     * @return false when it does not serve: none, too old, another person's, or used before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean spend(@Nullable FreshSignIn proof, PersonId person, String action) {
        return proof != null
                && serves(proof, person)
                && database.sql("insert into identity.spent_sign_in (person, at, spent_at, spent_on)"
                                        + " values (:person, :at, :now, :action) on conflict do nothing")
                                .param("person", person.value())
                                .param("at", utc(proof.at()))
                                .param("now", utc(clock.instant()))
                                .param("action", action)
                                .update()
                        == 1;
    }

    /**
     * What a round to the provider has proved.
     *
     * @param authenticatedAt what the provider says, null when it does not
     * @throws OAuth2AuthenticationException when it has proved nothing: the sign-in is then refused as a whole
     */
    FreshSignIn proof(FreshRound round, PersonId person, @Nullable Instant authenticatedAt) {
        if (!round.person().equals(person)) {
            throw refused("another_person");
        }
        if (authenticatedAt == null) {
            throw refused("no_auth_time");
        }
        var skew = settings.clockSkew();
        if (authenticatedAt.isBefore(round.sentAt().minus(skew))
                || authenticatedAt.isAfter(clock.instant().plus(skew))) {
            throw refused("stale_auth_time");
        }
        return new FreshSignIn(person, authenticatedAt);
    }

    private boolean serves(FreshSignIn proof, PersonId person) {
        return proof.person().equals(person)
                && clock.instant().isBefore(proof.at().plus(settings.freshFor()));
    }

    private boolean isSpent(FreshSignIn proof) {
        return database.sql("select count(*) from identity.spent_sign_in where person = :person and at = :at")
                        .param("person", proof.person().value())
                        .param("at", utc(proof.at()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static OAuth2AuthenticationException refused(String reason) {
        return new OAuth2AuthenticationException(new OAuth2Error(reason));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
