package se.handtag.recovery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.mdm.UserId;

/**
 * Reports for those who cannot sign in. Taking one does the same for anyone named, whether or not there is such a person or
 * any device: it is written down. Who is meant is looked for later, by nobody's leave and in nobody's sight.
 */
@Component
public class ColleagueReports {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("colleague-report");

    private static final int MOST = 50;

    private final JdbcClient database;
    private final RecoverySettings settings;
    private final SchedulerClient scheduler;
    private final AuditLog log;
    private final Clock clock;

    ColleagueReports(
            JdbcClient database, RecoverySettings settings, SchedulerClient scheduler, AuditLog log, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.scheduler = scheduler;
        this.log = log;
        this.clock = clock;
    }

    /** What is said to the reporter; it depends on nothing but the reporter. */
    public enum Taken {
        YES,
        /** They have reported too many in a day. */
        TOO_MANY
    }

    /**
     * Takes a report.
     *
     * @param whom e-mail address, account or full name, as the reporter gave it
     * @param preselected the MDM user that a link stands for, null when the reporter named somebody
     */
    @Transactional
    public Taken report(Actor reporter, String whom, @Nullable UserId preselected) {
        var person = reporter.person();
        String name = Longest.NAME.cut(whom.strip());
        Instant now = clock.instant();
        // One report of a person after the other, so that the limit holds.
        database.sql("select pg_advisory_xact_lock(hashtext(:reporter))")
                .param("reporter", "colleague-report/" + person.id())
                .query(row -> {});
        long today = database.sql("select count(*) from recovery.colleague_report where by_id = :by and at > :since")
                .param("by", person.id().value())
                .param("since", utc(now.minus(Duration.ofDays(1))))
                .query(Long.class)
                .single();
        boolean tooMany = today >= settings.reportsADay();
        log.append(AuditEntry.of(AuditKind.LOST)
                .by(reporter)
                .onBehalfOf(name)
                .action("report-for-colleague")
                .outcome(tooMany ? "too many" : "reported"));
        if (tooMany) {
            return Taken.TOO_MANY;
        }
        UUID id = UUID.randomUUID();
        database.sql("insert into recovery.colleague_report (id, by_id, by_name, whom, mdm_user, at)"
                        + " values (:id, :by, :name, :whom, :user, :now)")
                .param("id", id)
                .param("by", person.id().value())
                .param("name", person.name())
                .param("whom", name)
                .param("user", preselected == null ? null : preselected.value())
                .param("now", utc(now))
                .update();
        scheduler.scheduleIfNotExists(TASK.instance(id.toString()).scheduledTo(now));
        return Taken.YES;
    }

    /** The newest reports since then, for IT and the help desk alone. */
    public List<ColleagueReport> since(Instant when) {
        return database.sql("select * from recovery.colleague_report where at > :since order by at desc limit " + MOST)
                .param("since", utc(when))
                .query((row, _) -> {
                    OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
                    return new ColleagueReport(
                            row.getObject("id", UUID.class),
                            row.getString("by_name"),
                            row.getString("whom"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            done == null ? null : done.toInstant(),
                            row.getString("owner_name"),
                            row.getInt("locks"));
                })
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
