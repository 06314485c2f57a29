package se.handtag.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.policy.Policy;

/** Requests counted and their times measured, for whoever looks after the whole. Names nobody. */
@Component
public class Figures {
    private static final String OUTCOME = """
            case when r.state = 'WAITING' then 'WAITING'
                 when r.state = 'REJECTED' then 'NO'
                 when r.state <> 'APPROVED' then 'LET_GO'
                 when c.state in ('EFFECT_SEEN', 'SETTLED_DONE') then 'EFFECT'
                 when c.state in ('ACCEPTED', 'CONTACT_SINCE', 'NOT_VERIFIABLE') then 'ACCEPTED'
                 when c.state in ('REFUSED', 'CANCELLED', 'SETTLED_NOT_DONE', 'CONTRADICTED') then 'FAILED'
                 when c.state = 'UNKNOWN' then 'UNKNOWN'
                 else 'UNDER_WAY' end
            """;
    private static final String TIMES = """
            select %s as name, count(*) as asked,
                   extract(epoch from percentile_cont(0.5) within group (order by d.at - r.asked_at)) as decided,
                   extract(epoch from percentile_cont(0.5) within group (order by a.at - r.asked_at)) as accepted,
                   extract(epoch from percentile_cont(0.5) within group (order by e.at - r.asked_at)) as effect
              from requests.request r
              left join lateral (select max(at) as at from requests.decision
                                  where request = r.id and r.state in ('APPROVED', 'REJECTED')) d on true
              left join commands.command c on c.request = r.id
              left join lateral (select min(at) as at from commands.step where command = c.id and state = 'ACCEPTED') a on true
              left join lateral (select min(at) as at from commands.step
                                  where command = c.id and state = 'EFFECT_SEEN') e on true
              %s
             where r.asked_at >= :from
             group by 1 order by asked desc, name
            """;

    private final JdbcClient database;
    private final Policy policy;

    Figures(JdbcClient database, Policy policy) {
        this.database = database;
        this.policy = policy;
    }

    /** What became of what was asked for, in few words. */
    public enum Outcome {
        EFFECT,
        ACCEPTED,
        UNDER_WAY,
        WAITING,
        /** Somebody said so. */
        NO,
        /** The rules said so at once: no request came of it. */
        DENIED,
        /** Taken back, or nobody answered in time. */
        LET_GO,
        /** Nobody knows yet whether it came to pass. */
        UNKNOWN,
        FAILED
    }

    /** One day's requests by what has become of them so far. */
    public record Day(LocalDate day, Map<Outcome, Integer> counts) {
        public int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Requests of one kind. Times are medians from asking; null when there is none to measure.
     *
     * @param name of the kind; blank when it is not known
     * @param decided until the last yes or no, of what has been decided
     * @param accepted until the MDM took it
     * @param effect until the device showed the effect
     */
    public record Line(
            String name,
            int asked,
            @Nullable Duration decided,
            @Nullable Duration accepted,
            @Nullable Duration effect) {}

    /** Each day that has any, the oldest first; what the rules refused as far back as that is kept. */
    public List<Day> byDay(Instant from, ZoneId zone) {
        Map<LocalDate, Map<Outcome, Integer>> days = new TreeMap<>();
        database.sql("select (r.asked_at at time zone :zone)::date as day, " + OUTCOME
                        + " as outcome, count(*) as number"
                        + " from requests.request r left join commands.command c on c.request = r.id"
                        + " where r.asked_at >= :from group by 1, 2")
                .param("zone", zone.getId())
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .query(row -> {
                    days.computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new EnumMap<>(Outcome.class))
                            .merge(Outcome.valueOf(row.getString("outcome")), row.getInt("number"), Integer::sum);
                });
        policy.denials(from, zone)
                .forEach((day, number) -> days.computeIfAbsent(day, _ -> new EnumMap<>(Outcome.class))
                        .put(Outcome.DENIED, number));
        List<Day> all = new ArrayList<>();
        days.forEach((day, counts) -> all.add(new Day(day, counts)));
        return all;
    }

    /** All in one. */
    public Line whole(Instant from) {
        return times("'all'", "", from).stream().findFirst().orElseGet(() -> new Line("", 0, null, null, null));
    }

    /** By the key of the action's kind, the most frequent first. */
    public List<Line> byAction(Instant from) {
        return times("r.action", "", from);
    }

    /** By the requester's department, as the MDM last named it, the most frequent first. */
    public List<Line> byDepartment(Instant from) {
        return times(
                "coalesce(p.department, '')",
                "left join devices.entry p on p.kind = 'PERSON' and p.user_id = r.self",
                from);
    }

    private List<Line> times(String name, String join, Instant from) {
        return database.sql(TIMES.formatted(name, join))
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .query((row, _) -> new Line(
                        row.getString("name"),
                        row.getInt("asked"),
                        time(row, "decided"),
                        time(row, "accepted"),
                        time(row, "effect")))
                .list();
    }

    private static @Nullable Duration time(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
