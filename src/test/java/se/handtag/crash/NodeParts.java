package se.handtag.crash;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import se.handtag.identity.SamplePeople;

/**
 * The rooms of the portal that a command passes, as they are, with the settings of production. Pages, sign-in, mail and what
 * is measured are left out: they would only make each of a thousand starts longer. It is named at the start, and no
 * component that other tests' portals would find.
 */
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DbSchedulerAutoConfiguration.class
})
@ComponentScan(
        basePackages = {
            "se.handtag.identity",
            "se.handtag.audit",
            "se.handtag.mdm",
            "se.handtag.devices",
            "se.handtag.catalogue",
            "se.handtag.policy",
            "se.handtag.grants",
            "se.handtag.requests",
            "se.handtag.commands",
            "se.handtag.recovery"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @Filter(
                    type = FilterType.REGEX,
                    pattern = "se\\.handtag\\.identity\\.(SecurityConfiguration|LostSecurity).*"),
            @Filter(type = FilterType.REGEX, pattern = ".*Metrics|.*Test.*|.*\\.SamplePeople")
        })
@ComponentScan(
        basePackages = "se.handtag",
        resourcePattern = "ClockConfiguration.class",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan("se.handtag.identity")
@Import({Cut.class, FaultPoints.class, FaultPoints.Methods.class, FaultPoints.Statements.class, SamplePeople.class})
public class NodeParts {
    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    ObservationRegistry observations() {
        return ObservationRegistry.NOOP;
    }
}
