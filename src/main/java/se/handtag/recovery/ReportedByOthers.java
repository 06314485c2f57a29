package se.handtag.recovery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a report by IT or the help desk means for whose device it is: their sessions end, and they and their manager are
 * told. It takes the MDM to say who they are, so it is a task that is part of the report.
 */
@Component
class ReportedByOthers {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("lost-by-others");

    private final LostReportStore store;
    private final OwnersSessions sessions;
    private final SchedulerClient scheduler;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportedByOthers(
            LostReportStore store,
            OwnersSessions sessions,
            SchedulerClient scheduler,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void carryOutSoon(UUID report) {
        scheduler.scheduleIfNotExists(TASK.instance(report.toString()).scheduledTo(clock.instant()));
    }

    /**
     * Ends the sessions and tells, once; nothing when the report was lifted meanwhile.
     *
     * @throws se.handtag.mdm.MdmException when nothing is known of whose it is; then it is to be tried again
     */
    void carryOut(UUID id) {
        store.open(id).ifPresent(report -> {
            if (report.owner() != null) {
                sessions.endOwners(report.owner());
            }
            transaction.executeWithoutResult(_ -> {
                if (store.tells(id, clock.instant())) {
                    events.publishEvent(
                            new LostReport.LostChanged(report.device(), report.deviceLabel(), report.owner(), null));
                }
            });
        });
    }
}
