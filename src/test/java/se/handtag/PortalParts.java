package se.handtag;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.PortalRules;

/** What tests add to the portal. */
@TestConfiguration(proxyBeanMethods = false)
class PortalParts {
    @Bean
    @Primary
    PortalClock portalClock() {
        return new PortalClock();
    }

    @Bean
    PortalMdm portalMdm(Environment settings) {
        return new PortalMdm(settings.getRequiredProperty("handtag.mdm.url"));
    }

    @Bean
    static PortalReads portalReads() {
        return new PortalReads();
    }

    @Bean
    PortalState portalState(
            JdbcClient database,
            Scheduler scheduler,
            CircuitBreakerRegistry breakers,
            PortalMdm mdm,
            PortalReads reads,
            PortalClock clock,
            SamplePeople people,
            PortalRules rules) {
        return new PortalState(database, scheduler, breakers, mdm, reads, clock, people, rules);
    }
}
