package se.handtag.commands;

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

/**
 * Drives each command from being due to its end; on which node is up to the scheduler. What a task needs is fetched when it
 * runs, for it places further commands with the same scheduler.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryTask {
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("command");

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration LOOK_AT_LINE = Duration.ofSeconds(5);
    private static final Duration LOOK_FOR_FORGOTTEN = Duration.ofMinutes(15);
    private static final Duration CLEAN = Duration.ofHours(1);

    @Bean
    Task<Void> deliver(ObjectProvider<Delivery> delivery) {
        return Tasks.custom(DESCRIPTOR)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> switch (delivery.getObject()
                        .next(new CommandId(UUID.fromString(instance.getId())))) {
                    case Delivery.Next.Done() -> new CompletionHandler.OnCompleteRemove<>();
                    case Delivery.Next.Again(Instant at) ->
                        (complete, operations) -> operations.reschedule(complete, at);
                });
    }

    @Bean
    Task<Void> lookAtLine(ObjectProvider<Line> line) {
        return Tasks.recurring("line", FixedDelay.of(LOOK_AT_LINE))
                .execute((_, _) -> line.getObject().look());
    }

    @Bean
    Task<Void> enterForgotten(ObjectProvider<Queue> queue) {
        return Tasks.recurring("forgotten-commands", FixedDelay.of(LOOK_FOR_FORGOTTEN))
                .execute((_, _) -> queue.getObject().enterForgotten());
    }

    @Bean
    Task<Void> cleanLimits(ObjectProvider<Limits> limits) {
        return Tasks.recurring("limits", FixedDelay.of(CLEAN))
                .execute((_, _) -> limits.getObject().clean());
    }
}
