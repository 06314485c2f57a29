package se.handtag.devices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the index anew at the start and then every {@code handtag.devices.index-every}, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class IndexTask {
    @Bean
    RecurringTask<Void> readIndex(IndexReading reading, @Value("${handtag.devices.index-every:15m}") Duration every) {
        return Tasks.recurring("devices-index", FixedDelay.of(every)).execute((_, _) -> reading.readIfPossible());
    }
}
