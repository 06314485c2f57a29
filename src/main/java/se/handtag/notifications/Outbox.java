package se.handtag.notifications;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mail that is to be sent, and what became of it. */
@Component
class Outbox {
    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient database;
    private final SchedulerClient scheduler;
    private final boolean open;

    Outbox(JdbcClient database, SchedulerClient scheduler, ObjectProvider<JavaMailSender> sender) {
        this.database = database;
        this.scheduler = scheduler;
        this.open = sender.getIfAvailable() != null;
    }

    /**
     * A mail that waits.
     *
     * @param attempts how often it was tried in vain
     */
    record Waiting(UUID id, String address, Letter letter, Instant at, int attempts) {}

    /**
     * How sending goes.
     *
     * @param failing how many were tried in vain and wait
     * @param givenUp how many of the last day will never be sent
     * @param problem what was wrong with the one tried last, null for nothing
     */
    record State(
            int waiting, int failing, int givenUp, @Nullable String problem) {}

    /** Nothing is kept where nothing is sent. */
    void put(String address, Letter letter, Instant now) {
        if (!open) {
            return;
        }
        UUID id = UUID.randomUUID();
        database.sql("""
                        insert into notifications.mail (id, address, language, subject, text, link, at)
                        values (:id, :address, :language, :subject, :text, :link, :at)
                        """)
                .param("id", id)
                .param("address", address)
                .param("language", letter.language().getLanguage())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("link", letter.link())
                .param("at", at(now))
                .update();
        scheduler.scheduleIfNotExists(MailTask.SEND.instance(id.toString()).scheduledTo(now));
    }

    /** Empty when it was sent, or nobody tries any more. */
    Optional<Waiting> waiting(UUID id) {
        return database.sql(
                        "select * from notifications.mail where id = :id and sent_at is null and given_up_at is null")
                .param("id", id)
                .query(Outbox::mail)
                .optional();
    }

    void sent(UUID id, Instant now) {
        database.sql("update notifications.mail set sent_at = :now, problem = null where id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void failed(UUID id, String problem, boolean forGood, Instant now) {
        database.sql("update notifications.mail set attempts = attempts + 1, problem = :problem, tried_at = :now,"
                        + " given_up_at = case when :forGood then :now::timestamptz end where id = :id")
                .param("problem", problem)
                .param("forGood", forGood)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void forget(Instant before) {
        database.sql("delete from notifications.mail where coalesce(sent_at, given_up_at) < :before")
                .param("before", at(before))
                .update();
    }

    State state(Instant now) {
        return database.sql("""
                        select count(*) filter (where given_up_at is null) as waiting,
                          count(*) filter (where given_up_at is null and attempts > 0) as failing,
                          count(given_up_at) as given_up,
                          (array_agg(problem order by tried_at desc nulls last))[1] as problem
                        from notifications.mail
                        where sent_at is null and (given_up_at is null or given_up_at > :lately)
                        """)
                .param("lately", at(now.minus(LATELY)))
                .query((row, _) -> new State(
                        row.getInt("waiting"), row.getInt("failing"), row.getInt("given_up"), row.getString("problem")))
                .single();
    }

    private static Waiting mail(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("address"),
                new Letter(
                        Locale.of(row.getString("language")),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("link")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
