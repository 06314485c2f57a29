package se.handtag.commands;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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
    private static final Logger LOG = LoggerFactory.getLogger(Queue.class);

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

    /**
     * Once no lock is to go any more, what was looked at in vain meanwhile is in its place again. What waits for its next try
     * goes on waiting.
     *
     * @param soon what was put off for no longer than that was put off for a lock
     */
    void afterLock(Duration soon) {
        try {
            if (!hasLockToGo()) {
                bringBack(soon);
            }
        } catch (DataAccessException later) {
            // They go all the same, only later than they might.
            LOG.warn("What waited for a lock stays where it is in the queue: {}", later.getMessage());
        }
    }

    private void bringBack(Duration soon) {
        database.sql("""
                        update commands.scheduled_tasks t
                           set execution_time = least(t.execution_time, c.placed_at)
                          from commands.command c
                         where t.task_name = :task and not t.picked and t.execution_time <= :soon
                           and c.id = t.task_instance::uuid and c.state = 'DUE' and c.attempts = 0
                        """)
                .param("task", DeliveryTask.DESCRIPTOR.getTaskName())
                .param("soon", OffsetDateTime.ofInstant(clock.instant().plus(soon), ZoneOffset.UTC))
                .update();
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

    /**
     * Enters whatever is under way and in no queue. That does not come about by itself: a command and its place in the queue are
     * written together; but what a person waits for is not to hang on that alone.
     *
     * @return how many there were
     */
    @Transactional
    public int enterForgotten() {
        var forgotten = database.sql("""
                        select id, action from commands.command c
                         where (state in ('DUE', 'SENDING', 'ACCEPTED', 'CONTACT_SINCE')
                                or state = 'HELD' and held_until is not null
                                   and not exists (select from commands.step s
                                                    where s.command = c.id and s.state = 'HELD' and s.note = 'limit'))
                           and not exists (select from commands.scheduled_tasks t
                                            where t.task_name = :task and t.task_instance = c.id::text)
                        """)
                .param("task", DeliveryTask.DESCRIPTOR.getTaskName())
                .query((row, _) -> {
                    enter(new CommandId(row.getObject("id", UUID.class)), ActionKind.valueOf(row.getString("action")));
                    return row.getString("id");
                })
                .list();
        if (!forgotten.isEmpty()) {
            LOG.error("Commands under way were in no queue, and are again: {}", forgotten);
        }
        return forgotten.size();
    }
}
