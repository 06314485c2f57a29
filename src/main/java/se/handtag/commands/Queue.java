package se.handtag.commands;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.policy.ActionKind;

/**
 * When commands are looked at again: locks before everything else, then the oldest. The scheduler only takes them up in that
 * order; that nothing overtakes a lock on the way out is up to {@link #hasLockToGo()}.
 */
@Component
class Queue {
    private final SchedulerClient scheduler;
    private final JdbcClient database;
    private final Clock clock;

    Queue(SchedulerClient scheduler, JdbcClient database, Clock clock) {
        this.scheduler = scheduler;
        this.database = database;
        this.clock = clock;
    }

    /** As part of the caller's transaction. */
    void enter(CommandId id, ActionKind kind) {
        scheduler.scheduleIfNotExists(DeliveryTask.DESCRIPTOR
                .instance(id.toString())
                .priority(kind == ActionKind.LOCK ? Priority.HIGH : Priority.MEDIUM)
                .scheduledTo(clock.instant()));
    }

    /**
     * Whether a lock is to be sent now and was not yet. One that was tried in vain and waits for its next try is not: no device
     * holds up another.
     */
    boolean hasLockToGo() {
        return database.sql("""
                        select exists (
                          select from commands.scheduled_tasks t join commands.command c on c.id = t.task_instance::uuid
                           where t.task_name = :task and t.priority = :lock and t.execution_time <= :now and c.state = 'DUE')
                        """)
                .param("task", DeliveryTask.DESCRIPTOR.getTaskName())
                .param("lock", Priority.HIGH)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Everything that is due is looked at now, in the order in which it was placed. */
    @Transactional
    public void hurry() {
        database.sql("""
                        update commands.scheduled_tasks t
                           set execution_time = least(t.execution_time, c.placed_at)
                          from commands.command c
                         where t.task_name = :task and not t.picked and c.id = t.task_instance::uuid and c.state = 'DUE'
                        """).param("task", DeliveryTask.DESCRIPTOR.getTaskName()).update();
    }

    /** One command is looked at now, as part of the caller's transaction. */
    void hurry(CommandId id, ActionKind kind) {
        enter(id, kind);
        database.sql("update commands.scheduled_tasks set execution_time = least(execution_time, :now)"
                        + " where task_name = :task and task_instance = :id and not picked")
                .param("now", OffsetDateTime.ofInstant(Instant.now(clock), ZoneOffset.UTC))
                .param("task", DeliveryTask.DESCRIPTOR.getTaskName())
                .param("id", id.toString())
                .update();
    }
}
