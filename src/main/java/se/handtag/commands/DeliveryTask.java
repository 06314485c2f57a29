package se.handtag.commands;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drives each command from being due to its end; on which node is up to the scheduler. */
@Configuration
class DeliveryTask {
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("command");

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    @Bean
    Task<Void> deliver(Delivery delivery) {
        return Tasks.custom(DESCRIPTOR)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> switch (delivery.next(new CommandId(UUID.fromString(instance.getId())))) {
                    case Delivery.Next.Done() -> new CompletionHandler.OnCompleteRemove<>();
                    case Delivery.Next.Again(Instant at) ->
                        (complete, operations) -> operations.reschedule(complete, at);
                });
    }
}
