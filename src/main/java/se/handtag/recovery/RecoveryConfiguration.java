package se.handtag.recovery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What recovery does by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecoverySettings.class)
class RecoveryConfiguration {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);

    // Found at the first run: what it does places commands, which need the scheduler that runs it.
    @Bean
    static RecurringTask<Void> repeatLocks(ObjectProvider<LockRepeats> repeats, RecoverySettings settings) {
        return Tasks.recurring("repeat-locks", FixedDelay.of(settings.lookEvery()))
                .execute((_, _) -> repeats.getObject().look());
    }

    @Bean
    static Task<Void> reportedByOthers(ObjectProvider<ReportedByOthers> others) {
        return Tasks.custom(ReportedByOthers.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> {
                    others.getObject().carryOut(UUID.fromString(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    static Task<Void> lockForColleague(ObjectProvider<ColleagueLocks> locks) {
        return Tasks.custom(ColleagueReports.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(FixedDelay.of(AFTER_FAILURE))
                .execute((instance, _) -> {
                    locks.getObject().carryOut(UUID.fromString(instance.getId()));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
