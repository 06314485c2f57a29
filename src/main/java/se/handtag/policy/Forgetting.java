package se.handtag.policy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What was asked for is kept, with names, only as long as rules are tried on it: {@code handtag.policy.keep-decisions}, 90 days
 * unless said otherwise. What was decided stays in the log.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class Forgetting {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    @Bean
    static RecurringTask<Void> forgetDecisions(Decided decided, Clock clock, PolicySettings settings) {
        return Tasks.recurring("forget-decisions", Schedules.daily(AT_NIGHT))
                .execute((_, _) -> decided.forgetBefore(clock.instant().minus(settings.keepDecisions())));
    }
}
