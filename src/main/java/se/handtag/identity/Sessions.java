package se.handtag.identity;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stays in the portal, and ending it. Each end is told of while it happens, with its number, so that there is no end
 * without its record.
 */
@Component
public class Sessions {
    private final JdbcClient database;
    private final KnownSessions known;
    private final Persons persons;
    private final IdentitySettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            JdbcClient database,
            KnownSessions known,
            Persons persons,
            IdentitySettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.known = known;
        this.persons = persons;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Sessions of that person have been ended; published inside the transaction. */
    public record SessionsEnded(PersonId person) {}

    /** Other sessions have been ended, and which; published inside the transaction. */
    record Ended(Ending ending) {}

    /**
     * Which sessions were ended, as far as a page that is open needs to know to ask more closely.
     *
     * @param person whose, null when that was not said
     * @param providerSession the provider's own session that they belong to, null for any
     */
    record Ending(@Nullable PersonId person, @Nullable String providerSession) {
        static final Ending EVERYBODYS = new Ending(null, null);

        boolean concerns(PersonPrincipal principal) {
            if (person != null) {
                return person.equals(principal.person().id());
            }
            return providerSession == null
                    || providerSession.equals(principal.session().providerSession());
        }
    }

    /**
     * Ends every session of the person on every node, also one that is open at a page and only listens. It holds from the
     * moment the caller's transaction is committed.
     *
     * @param by who wants it, null for the portal itself
     * @param except the session that stays, null for none
     * @param because what led to it, in a few words of the portal's own for the record
     */
    @Transactional
    public void endAll(@Nullable Actor by, PersonId person, @Nullable SessionId except, String because) {
        String which = except == null ? "all" : "others";
        endAll(
                person,
                except,
                end -> new DoorEvent.SessionsEnded(end, by, person, persons.nameOf(person), which, because, null));
    }

    /** When sessions of that account were last ended all at once, empty when they never were. */
    public Optional<Instant> lastEnded(PersonId person) {
        return database.sql("select max(at) from identity.sessions_end"
                        + " where person = :person and session is null and provider_session is null")
                .param("person", person.value())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** @param told what to tell of it, by the number of the end */
    @Transactional
    void endAll(PersonId person, @Nullable SessionId except, LongFunction<DoorEvent> told) {
        long end = database.sql("insert into identity.sessions_end (person, kept, at) values (:person, :kept, :now)"
                        + " returning number")
                .param("person", person.value())
                .param("kept", except == null ? null : except.value(), Types.OTHER)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        known.forgetAll(person, except);
        events.publishEvent(told.apply(end));
        events.publishEvent(new SessionsEnded(person));
    }

    /** Ends one session of whoever wants it, wherever it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(Actor by, SessionId session) {
        PersonId person = by.person().id();
        long end = database.sql(
                        "insert into identity.sessions_end (person, session, at) values (:person, :session, :now)"
                                + " returning number")
                .param("person", person.value())
                .param("session", session.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        events.publishEvent(
                new DoorEvent.SessionsEnded(end, by, person, by.person().name(), "one", null, null));
        known.forget(session);
        events.publishEvent(new Ended(new Ending(person, null)));
    }

    /**
     * Ends every session of everybody.
     *
     * @param except the session that stays, null for none
     * @param reason why, as whoever wants it says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void endEverybodys(Actor by, @Nullable SessionId except, String reason) {
        long end = database.sql("insert into identity.sessions_end (everybody, kept, at) values (true, :kept, :now)"
                        + " returning number")
                .param("kept", except == null ? null : except.value(), Types.OTHER)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        events.publishEvent(new DoorEvent.SessionsEnded(end, by, null, null, "everybody", null, reason));
        known.forgetEverybodys(except);
        events.publishEvent(new Ended(Ending.EVERYBODYS));
    }

    /**
     * Ends what the provider has ended. A provider's session that has ended stays ended.
     *
     * @param person whose, null when the provider named a session alone
     * @param providerSession null for every session of the person's
     * @param message the provider's own number of its message, which counts once
     */
    @Transactional
    void endedByProvider(@Nullable PersonId person, @Nullable String providerSession, String message) {
        var first = database.sql(
                        "insert into identity.sessions_end (person, provider_session, message, at)"
                                + " values (:person, :session, :message, :now) on conflict (message) do nothing returning number")
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("session", providerSession, Types.VARCHAR)
                .param("message", message)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        first.ifPresent(end -> {
            known.forgetOfProvider(person, providerSession);
            events.publishEvent(
                    new DoorEvent.SignedOutByProvider(end, person, person == null ? null : persons.nameOf(person)));
            events.publishEvent(new Ended(new Ending(person, providerSession)));
        });
    }

    /** When the pages for a lost phone end by themselves; null when this request is not for them. */
    public @Nullable Instant lostSessionEnds() {
        return SignedIn.principal()
                .map(PersonPrincipal::session)
                .filter(session -> session.door() == Door.LOST)
                .map(session -> session.began().plus(settings.lostSession()))
                .orElse(null);
    }

    Session begin(PersonId person, Door door, @Nullable String providerSession, @Nullable FreshSignIn fresh) {
        var session = new Session(
                new SessionId(UUID.randomUUID()), door, clock.instant(), newestEnd(), providerSession, fresh);
        known.add(person, session);
        return session;
    }

    long newestEnd() {
        return database.sql("select coalesce(max(number), 0) from identity.sessions_end")
                .query(Long.class)
                .single();
    }

    /** What was ended after that number. */
    List<Ending> endedSince(long number) {
        return database.sql(
                        "select distinct person, provider_session from identity.sessions_end where number > :number")
                .param("number", number)
                .query((row, _) -> {
                    UUID person = row.getObject("person", UUID.class);
                    return new Ending(person == null ? null : new PersonId(person), row.getString("provider_session"));
                })
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
                            where person = :person and provider_session is null and session is null
                              and number > :seen and kept is distinct from :id)
                          or exists (select 1 from identity.sessions_end where session = :id)
                          or exists (select 1 from identity.sessions_end
                            where everybody and number > :seen and kept is distinct from :id)
                          or exists (select 1 from identity.sessions_end
                            where provider_session = :session and coalesce(person, :person) = :person)
                        """)
                .param("person", principal.person().id().value())
                .param("seen", session.endsSeen())
                .param("session", session.providerSession(), Types.VARCHAR)
                .param("id", session.id().value())
                .query(Boolean.class)
                .single();
    }
}
