package se.handtag.notifications;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends mail, on whichever node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class MailTask {
    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("mail");

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    @Bean
    Task<Void> sendMail(ObjectProvider<MailDelivery> delivery) {
        return Tasks.custom(SEND)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> switch (delivery.getObject().next(UUID.fromString(instance.getId()))) {
                    case MailDelivery.Next.Done() -> new CompletionHandler.OnCompleteRemove<>();
                    case MailDelivery.Next.Again(Instant at) ->
                        (complete, operations) -> operations.reschedule(complete, at);
                });
    }

    @Bean
    Task<Void> forgetMail(ObjectProvider<Outbox> outbox, NotificationSettings settings, Clock clock) {
        return Tasks.recurring("mail-forgotten", FixedDelay.ofHours(24))
                .execute((_, _) -> outbox.getObject().forget(clock.instant().minus(settings.keepSent())));
    }
}
