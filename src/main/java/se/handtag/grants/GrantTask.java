package se.handtag.grants;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches over what is given for a time, on whichever node. */
@Configuration(proxyBeanMethods = false)
class GrantTask {
    static final TaskDescriptor<Void> GRANT = TaskDescriptor.of("grant");

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    @Bean
    Task<Void> endGrant(ObjectProvider<TakingBack> takingBack) {
        return Tasks.custom(GRANT)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> switch (takingBack.getObject().next(UUID.fromString(instance.getId()))) {
                    case TakingBack.Next.Done() -> new CompletionHandler.OnCompleteRemove<>();
                    case TakingBack.Next.Again(Instant at) ->
                        (complete, operations) -> operations.reschedule(complete, at);
                });
    }
}
