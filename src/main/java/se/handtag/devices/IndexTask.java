package se.handtag.devices;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the index anew at the start and then every {@code handtag.devices.index-every}, on one node at a time; single things
 * as soon as the portal has changed them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeviceSettings.class)
class IndexTask {
    /** Its instance is the kind, the id and the cause, with strokes between them. */
    static final TaskDescriptor<Void> ONE = TaskDescriptor.of("devices-index-one");

    private static final Duration AGAIN = Duration.ofSeconds(10);
    /** After that the next reading of everything brings it. */
    private static final int MOST_TRIES = 100;

    @Bean
    RecurringTask<Void> readIndex(IndexReading reading, DeviceSettings settings) {
        return Tasks.recurring("devices-index", FixedDelay.of(settings.indexEvery()))
                .execute((_, _) -> reading.readIfPossible());
    }

    @Bean
    Task<Void> readOne(ObjectProvider<IndexOne> one, Clock clock) {
        return Tasks.custom(ONE)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        MOST_TRIES, new FailureHandler.OnFailureReschedule<>(FixedDelay.of(AGAIN))))
                .execute((instance, _) -> {
                    String[] parts = instance.getId().split("/", 3);
                    boolean done = one.getObject().read(Entry.Kind.valueOf(parts[0]), parts[1]);
                    return done
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(
                                    complete, clock.instant().plus(AGAIN));
                });
    }
}
