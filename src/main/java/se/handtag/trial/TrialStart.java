package se.handtag.trial;

import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;
import se.handtag.PartsBeingChosen;

/**
 * On the profile {@code trial}, starts the trial before the portal's context and hands over its addresses as settings.
 * What is set from outside (command line, system properties, variables, a test) goes before it; configuration files do
 * not.
 */
final class TrialStart implements EnvironmentPostProcessor, Ordered {
    static final String SOURCE = "trial";

    private static final List<String> PARTS = List.of("se.handtag.trial.idp.", "se.handtag.trial.mdm.");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("trial"))
                || isPartOfTheTrial(application)
                || PartsBeingChosen.here()) {
            return;
        }
        // The image's parts were chosen for production; the trial has others, and other applications beside the portal.
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        var trial = RunningTrial.on(TrialSettings.from(environment));
        var source = new MapPropertySource(SOURCE, trial.handedOver());
        var sources = environment.getPropertySources();
        if (sources.contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
        } else {
            sources.addFirst(source);
        }
    }

    private static boolean isPartOfTheTrial(SpringApplication application) {
        return application.getAllSources().stream()
                .anyMatch(source ->
                        source instanceof Class<?> type && PARTS.stream().anyMatch(type.getName()::startsWith));
    }

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
