package se.handtag.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has ended loses its names at night, on one node. */
@Configuration(proxyBeanMethods = false)
class ErasingByAge {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 50);

    @Bean
    static RecurringTask<Void> eraseNamesByAge(NamesElsewhere names) {
        return Tasks.recurring("erase-names-by-age", Schedules.daily(AT_NIGHT)).execute((_, _) -> names.eraseByAge());
    }
}
