package se.handtag.devices;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Brings {@link FleetIndex} up to date after the portal itself has changed something in the MDM: in the next seconds, not at
 * the next reading of everything.
 */
@Component
public class IndexChanges {
    private final SchedulerClient scheduler;
    private final Clock clock;

    IndexChanges(SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * One thing is read again soon, as part of the caller's transaction; what is gone by then is found no longer.
     *
     * @param id as the MDM writes it
     * @param cause what changed it: two causes are two readings
     */
    public void changed(Entry.Kind kind, String id, String cause) {
        scheduler.scheduleIfNotExists(
                IndexTask.ONE.instance(kind + "/" + id + "/" + cause).scheduledTo(clock.instant()));
    }
}
