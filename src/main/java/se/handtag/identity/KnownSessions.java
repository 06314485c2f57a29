package se.handtag.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which sessions people have, on all nodes, for them to see. It is no key: nobody gets in by what stands here. */
@Component
class KnownSessions {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSessions.class);
    private static final String NOTED = "handtag.used.";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What a page sends without anybody doing anything. */
    private static final Set<String> BY_ITSELF = Set.of("v-r=heartbeat", "v-r=push");

    private final JdbcClient database;
    private final Clock clock;
    private final IdentitySettings settings;
    private final Duration idle;

    KnownSessions(
            JdbcClient database,
            Clock clock,
            IdentitySettings settings,
            @Value("${server.servlet.session.timeout:30m}") Duration idle) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.idle = idle;
    }

    /** One of a person's sessions. */
    record Known(
            SessionId id,
            boolean lost,
            Instant began,
            Instant used,
            @Nullable String browser,
            @Nullable String address) {}

    /** Whoever signs in anew in a browser is in the same place as before. */
    void add(PersonId person, Session session) {
        SignedIn.principal()
                .map(PersonPrincipal::session)
                .filter(before -> before.door() == session.door())
                .ifPresent(before -> forget(before.id()));
        HttpServletRequest request = request();
        database.sql("insert into identity.session (id, person, lost, provider_session, began, used, browser, address)"
                        + " values (:id, :person, :lost, :provider, :began, :began, :browser, :address)")
                .param("id", session.id().value())
                .param("person", person.value())
                .param("lost", session.door() == Door.LOST)
                .param("provider", session.providerSession(), Types.VARCHAR)
                .param("began", utc(session.began()))
                .param(
                        "browser",
                        request == null ? null : BrowserFamily.of(request.getHeader("User-Agent")),
                        Types.VARCHAR)
                .param("address", request == null ? null : request.getRemoteAddr(), Types.VARCHAR)
                .update();
    }

    /** Notes that somebody did something in it, once a minute at most. */
    void used(Session session, HttpServletRequest request) {
        var browser = request.getSession(false);
        if (browser == null || isByItself(request.getQueryString())) {
            return;
        }
        Instant now = clock.instant();
        String name = NOTED + session.door();
        Instant before = browser.getAttribute(name) instanceof Instant noted ? noted : session.began();
        if (Duration.between(before, now).abs().compareTo(MINUTE) < 0) {
            return;
        }
        browser.setAttribute(name, now);
        database.sql("update identity.session set used = :now, address = :address where id = :id")
                .param("now", utc(now))
                .param("address", request.getRemoteAddr())
                .param("id", session.id().value())
                .update();
    }

    private static boolean isByItself(@Nullable String query) {
        return query != null && BY_ITSELF.stream().anyMatch(query::contains);
    }

    /** Those of a person that are not over, the one used last first. */
    List<Known> of(PersonId person) {
        Instant now = clock.instant();
        return database.sql("""
                        select id, lost, began, used, browser, address from identity.session
                         where person = :person and used > :idle
                           and began > case when lost then :lost else :longest end
                         order by used desc, id
                        """)
                .param("person", person.value())
                .param("idle", utc(now.minus(idle)))
                .param("longest", utc(now.minus(settings.longestSession())))
                .param("lost", utc(now.minus(settings.lostSession())))
                .query((row, _) -> new Known(
                        new SessionId(row.getObject("id", UUID.class)),
                        row.getBoolean("lost"),
                        row.getObject("began", OffsetDateTime.class).toInstant(),
                        row.getObject("used", OffsetDateTime.class).toInstant(),
                        row.getString("browser"),
                        row.getString("address")))
                .list();
    }

    void forget(SessionId session) {
        database.sql("delete from identity.session where id = :id")
                .param("id", session.value())
                .update();
    }

    void forgetAll(PersonId person, @Nullable SessionId except) {
        database.sql("delete from identity.session where person = :person and id is distinct from :except")
                .param("person", person.value())
                .param("except", except == null ? null : except.value(), Types.OTHER)
                .update();
    }

    void forgetEverybodys(@Nullable SessionId except) {
        database.sql("delete from identity.session where id is distinct from :except")
                .param("except", except == null ? null : except.value(), Types.OTHER)
                .update();
    }

    void forgetOfProvider(@Nullable PersonId person, @Nullable String providerSession) {
        database.sql("delete from identity.session where person = coalesce(:person, person)"
                        + " and (:provider::text is null or provider_session = :provider)")
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("provider", providerSession, Types.VARCHAR)
                .update();
    }

    /** A session has ended here; whether that can be noted changes nothing about it. */
    void gone(SessionId session) {
        try {
            forget(session);
        } catch (DataAccessException away) {
            LOG.debug("The end of a session was not noted", away);
        }
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void clean() {
        Instant now = clock.instant();
        database.sql("delete from identity.session where used < :idle or began < :longest")
                .param("idle", utc(now.minus(idle)))
                .param("longest", utc(now.minus(settings.longestSession())))
                .update();
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
