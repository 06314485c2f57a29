package se.handtag.requests;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.handtag.identity.FreshSignIns;
import se.handtag.identity.PersonId;

/**
 * What happens to requests by itself, on whichever node: decisions take effect, and time runs out. The tasks look for what
 * they drive when they run, for that needs the scheduler, which needs the tasks.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestSettings.class)
class RequestConfiguration {
    static final TaskDescriptor<Void> EFFECT = TaskDescriptor.of("request-decision");
    static final TaskDescriptor<Void> DEADLINE = TaskDescriptor.of("request-deadline");

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    @Bean
    UndoTime undoTime(RequestSettings settings) {
        return settings::undo;
    }

    @Bean
    SignInProof signInProof(FreshSignIns signIns) {
        return (person, action) -> signIns.spend(signIns.of(person), person.id(), action);
    }

    @Bean
    Task<Void> takeEffect(ObjectProvider<Effects> effects) {
        return Tasks.custom(EFFECT)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> {
                    effects.getObject().settle(id(instance.getId().split("/")[0]));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    Task<Void> watchTheClock(ObjectProvider<Deadlines> deadlines) {
        return Tasks.custom(DEADLINE)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> switch (deadlines.getObject().next(id(instance.getId()))) {
                    case Deadlines.Next.Done() -> new CompletionHandler.OnCompleteRemove<>();
                    case Deadlines.Next.Again(Instant at) ->
                        (complete, operations) -> operations.reschedule(complete, at);
                });
    }

    /** Named by the request, whose decision it is, and when it counts: one that was undone leaves the next one its own. */
    static SchedulableInstance<Void> takingEffect(RequestId id, PersonId by, Instant at) {
        return EFFECT.instance(id + "/" + by + "/" + at.toEpochMilli()).scheduledTo(at);
    }

    private static RequestId id(String text) {
        return new RequestId(UUID.fromString(text));
    }
}
