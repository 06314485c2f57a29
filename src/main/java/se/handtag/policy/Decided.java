package se.handtag.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;
import se.handtag.identity.PersonId;
import se.handtag.mdm.UserId;

/** What was decided, with the facts it was decided from, in the database. */
@Component
class Decided {
    private final JdbcClient database;
    private final FactJson facts;

    Decided(JdbcClient database, FactJson facts) {
        this.database = database;
        this.facts = facts;
    }

    /** One decision of before. */
    record Past(long id, Instant at, String person, String subject, ActionKind action, Map<String, Object> facts) {}

    void insert(Ruling ruling, String personName, @Nullable UUID request) {
        Question question = ruling.question();
        var owner = question.subject().owner();
        database.sql("""
                        insert into policy.decided (at, person, person_name, owner, subject, subject_label, action, facts,
                          denied, request)
                        values (:at, :person, :name, :owner, :subject, :label, :action, :facts::jsonb, :denied, :request)
                        """)
                .param("at", time(question.now()))
                .param("person", question.asker().person().value())
                .param("name", personName)
                .param("owner", owner == null ? null : owner.value())
                .param("subject", question.subject().key())
                .param("label", question.subject().label())
                .param("action", question.action().key())
                .param("facts", facts.write(Facts.of(question)))
                .param("denied", ruling.decision().denied())
                .param("request", request)
                .update();
    }

    /** How it was asked for, plainly when it was not kept. */
    Manner manner(UUID request) {
        return database.sql("select facts from policy.decided where request = :request order by id limit 1")
                .param("request", request)
                .query(String.class)
                .optional()
                .map(written -> manner(facts.read(written)))
                .orElse(Manner.PLAIN)
                .of(request);
    }

    private static Manner manner(Map<String, Object> facts) {
        return new Manner(
                Boolean.TRUE.equals(facts.get("request.reason_given")),
                Boolean.TRUE.equals(facts.get("request.on_behalf")),
                "".equals(facts.get("request.ticket")) ? null : (String) facts.get("request.ticket"),
                Duration.ZERO.equals(facts.get("request.lasts")) ? null : (Duration) facts.get("request.lasts"),
                Boolean.TRUE.equals(facts.get("request.cannot_sign_in")),
                null);
    }

    /** Of each action, how often it was asked for of late; nothing of one that nobody asked for. */
    Map<ActionKind, Recent> recent(
            Asker asker, Subject subject, Set<ActionKind> actions, Instant now, @Nullable UUID except) {
        var question = new OfLate(asker.person(), subject.key(), subject.owner(), except);
        Counted counted = OneReading.told(question, Counted::new);
        if (!counted.actions.containsAll(actions)) {
            // A page that asks about the same subject again, for other actions, does so more than once.
            counted.actions = counted.actions.isEmpty() ? Set.copyOf(actions) : EnumSet.allOf(ActionKind.class);
            counted.recent = count(asker, subject, counted.actions, now, except);
        }
        return counted.recent;
    }

    private record OfLate(
            PersonId person,
            String subject,
            @Nullable UserId owner,
            @Nullable UUID except) {}

    /** What was counted for a page so far, for which actions. */
    private static final class Counted {
        private Set<ActionKind> actions = Set.of();
        private Map<ActionKind, Recent> recent = Map.of();
    }

    private Map<ActionKind, Recent> count(
            Asker asker, Subject subject, Set<ActionKind> actions, Instant now, @Nullable UUID except) {
        var owner = subject.owner();
        Map<ActionKind, Recent> recent = new EnumMap<>(ActionKind.class);
        database.sql("""
                        select action,
                               count(*) filter (where person = :person and at > :hour) actor_hour,
                               count(*) filter (where person = :person) actor_day,
                               count(*) filter (where subject = :subject) subject_day,
                               count(*) filter (where owner = :owner) owner_day,
                               count(*) filter (where at > :hour) company_hour,
                               count(*) company_day
                          from policy.decided
                         where action = any (:actions) and not denied and at > :day and at <= :now
                           and (:except::uuid is null or request is distinct from :except)
                         group by action
                        """)
                .param("person", asker.person().value())
                .param("subject", subject.key())
                .param("owner", owner == null ? null : owner.value(), Types.INTEGER)
                .param("actions", actions.stream().map(ActionKind::key).toArray(String[]::new))
                .param("hour", time(now.minus(Duration.ofHours(1))))
                .param("day", time(now.minus(Duration.ofDays(1))))
                .param("now", time(now))
                .param("except", except, Types.OTHER)
                .query(row -> {
                    recent.put(ActionKind.of(row.getString("action")).orElseThrow(), counts(row));
                });
        return recent;
    }

    private static Recent counts(ResultSet row) throws SQLException {
        return new Recent(
                row.getLong("actor_hour"),
                row.getLong("actor_day"),
                row.getLong("subject_day"),
                row.getLong("owner_day"),
                row.getLong("company_hour"),
                row.getLong("company_day"));
    }

    /** The newest first. */
    List<Past> since(Instant since, int most) {
        return database
                .sql("""
                        select id, at, person_name, subject_label, action, facts from policy.decided
                         where at >= :since order by at desc limit :most
                        """)
                .param("since", time(since))
                .param("most", most)
                .query((row, _) -> past(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** How often the rules said no, by day; nothing of a day without. */
    Map<LocalDate, Integer> denials(Instant from, ZoneId zone) {
        Map<LocalDate, Integer> days = new HashMap<>();
        database.sql("select (at at time zone :zone)::date as day, count(*) as number from policy.decided"
                        + " where denied and at >= :from group by 1")
                .param("zone", zone.getId())
                .param("from", time(from))
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getInt("number"));
                });
        return days;
    }

    void forgetBefore(Instant time) {
        database.sql("delete from policy.decided where at < :time")
                .param("time", time(time))
                .update();
    }

    /** Nothing for an action that there is no more. */
    private List<Past> past(ResultSet row) throws SQLException {
        var action = ActionKind.of(row.getString("action"));
        if (action.isEmpty()) {
            return List.of();
        }
        return List.of(new Past(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person_name"),
                row.getString("subject_label"),
                action.get(),
                facts.read(row.getString("facts"))));
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
