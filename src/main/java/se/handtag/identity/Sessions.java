package se.handtag.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stays in the portal, and ending it. */
@Component
public class Sessions {
    private final JdbcClient database;
    private final IdentitySettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(JdbcClient database, IdentitySettings settings, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Sessions of that person have been ended; published inside the transaction. */
    public record SessionsEnded(PersonId person) {}

    /**
     * Ends every session of the person on every node, also one that is open at a page and only listens. It holds from the
     * moment the caller's transaction is committed.
     *
     * @param except the session that stays, null for none
     */
    @Transactional
    public void endAll(PersonId person, @Nullable SessionId except) {
        database.sql("insert into identity.sessions_end (person, kept, at) values (:person, :kept, :now)")
                .param("person", person.value())
                .param("kept", except == null ? null : except.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        events.publishEvent(new SessionsEnded(person));
    }

    /** When the pages for a lost phone end by themselves; null when this request is not for them. */
    public @Nullable Instant lostSessionEnds() {
        return SignedIn.principal()
                .map(PersonPrincipal::session)
                .filter(session -> session.door() == Door.LOST)
                .map(session -> session.began().plus(settings.lostSession()))
                .orElse(null);
    }

    Session begin(Door door, @Nullable FreshSignIn fresh) {
        return new Session(new SessionId(UUID.randomUUID()), door, clock.instant(), newestEnd(), fresh);
    }

    long newestEnd() {
        return database.sql("select coalesce(max(number), 0) from identity.sessions_end")
                .query(Long.class)
                .single();
    }

    /** Whoever's sessions were ended after that number. */
    List<PersonId> endedSince(long number) {
        return database.sql("select distinct person from identity.sessions_end where number > :number")
                .param("number", number)
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    boolean isOver(PersonPrincipal principal) {
        Session session = principal.session();
        Duration longest = session.door() == Door.LOST ? settings.lostSession() : settings.longestSession();
        return clock.instant().isAfter(session.began().plus(longest)) || isEnded(principal);
    }

    boolean isEnded(PersonPrincipal principal) {
        Session session = principal.session();
        return database.sql("""
                        select exists (select 1 from identity.sessions_end
                          where person = :person and number > :seen and kept is distinct from :id)
                        """)
                .param("person", principal.person().id().value())
                .param("seen", session.endsSeen())
                .param("id", session.id().value())
                .query(Boolean.class)
                .single();
    }
}
