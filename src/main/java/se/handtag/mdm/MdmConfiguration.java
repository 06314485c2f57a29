package se.handtag.mdm;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's parts, for whoever asks for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MdmSettings.class)
class MdmConfiguration {
    @Bean
    CircuitBreakerRegistry breakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    BulkheadRegistry bulkheads() {
        return BulkheadRegistry.ofDefaults();
    }

    @Bean
    RetryRegistry retries() {
        return RetryRegistry.ofDefaults();
    }

    @Bean
    MeterBinder breakerMeters(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    MeterBinder bulkheadMeters(BulkheadRegistry bulkheads) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
    }

    @Bean
    MeterBinder retryMeters(RetryRegistry retries) {
        return TaggedRetryMetrics.ofRetryRegistry(retries);
    }

    @Bean
    Mdm mdm(
            MdmSettings settings,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            RetryRegistry retries,
            ObservationRegistry observations) {
        return new Mdm(settings, breakers, bulkheads, retries, observations);
    }

    @Bean
    Groups mdmGroups(Mdm mdm) {
        return mdm.area(Groups.class);
    }

    @Bean
    Users mdmUsers(Mdm mdm) {
        return mdm.area(Users.class);
    }

    @Bean
    Devices mdmDevices(Mdm mdm) {
        return mdm.area(Devices.class);
    }

    @Bean
    Tags mdmTags(Mdm mdm) {
        return mdm.area(Tags.class);
    }

    @Bean
    DeviceTags mdmDeviceTags(Mdm mdm) {
        return mdm.area(DeviceTags.class);
    }

    @Bean
    UserTags mdmUserTags(Mdm mdm) {
        return mdm.area(UserTags.class);
    }

    @Bean
    Apps mdmApps(Mdm mdm) {
        return mdm.area(Apps.class);
    }

    @Bean
    DeviceCommands mdmDeviceCommands(Mdm mdm) {
        return mdm.area(DeviceCommands.class);
    }

    @Bean
    MdmProbe mdmProbe(Mdm mdm) {
        return new CallingProbe(mdm.area(Groups.class));
    }

    @Bean
    HealthIndicator mdmHealthIndicator(Mdm mdm) {
        return new MdmHealth(mdm.guard().breaker());
    }
}
