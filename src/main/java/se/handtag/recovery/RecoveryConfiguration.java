package se.handtag.recovery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What recovery does by itself, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecoverySettings.class)
class RecoveryConfiguration {

    // Found at the first run: what it does places commands, which need the scheduler that runs it.
    @Bean
    static RecurringTask<Void> repeatLocks(ObjectProvider<LockRepeats> repeats, RecoverySettings settings) {
        return Tasks.recurring("repeat-locks", FixedDelay.of(settings.lookEvery()))
                .execute((_, _) -> repeats.getObject().look());
    }
}
