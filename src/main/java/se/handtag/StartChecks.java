package se.handtag;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Looks at the settings before anything slow begins, when Handtag is started by its own {@code main}: in production
 * everything that is missing or lets others read along is told at once.
 */
final class StartChecks implements EnvironmentPostProcessor, Ordered {
    private static final Pattern LOCAL_DATABASE =
            Pattern.compile("^jdbc:postgresql://(localhost|127(\\.[0-9]+){3}|\\[::1])(:[0-9]+)?/.*");
    /** Encryption alone could end at somebody who stands in for the server. */
    private static final Pattern PROVEN_DATABASE = Pattern.compile("[?&]sslmode=(verify-full|verify-ca)(&|$)");

    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=");
    private static final String ADDRESS = "handtag.address";
    private static final String CHECKPOINTS = "handtag.audit.checkpoints.folder";

    /** Nobody is a sender that every mail server takes. */
    private static final String SENDER = "handtag.notifications.from";

    private static final List<String> REQUIRED = List.of(
            ADDRESS,
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "handtag.mdm.url",
            "handtag.mdm.username",
            "handtag.mdm.password",
            "handtag.identity.issuer",
            "handtag.identity.client-id",
            "handtag.identity.client-secret",
            "handtag.audit.keys",
            CHECKPOINTS);

    /** What chooses parts, and so says nothing where they were chosen ahead of time (decision 0166). */
    private static final List<String> CHOSEN_AHEAD = List.of(
            "db-scheduler.enabled",
            "management.opentelemetry.logging.export.otlp.endpoint",
            "management.opentelemetry.tracing.export.otlp.transport",
            "management.prometheus.metrics.export.enabled",
            "management.server.port",
            "management.tracing.export.enabled",
            "management.tracing.export.otlp.enabled",
            "spring.datasource.jndi-name",
            "spring.datasource.type",
            "spring.flyway.enabled",
            "spring.mail.jndi-name",
            "spring.mail.test-connection",
            "spring.threads.virtual.enabled",
            "vaadin.allowed-packages",
            "vaadin.blocked-packages");

    /** What the project sets itself, and only so where the parts were chosen. */
    private static final Map<String, String> CHOSEN_SO = Map.of(
            "management.endpoints.web.exposure.include",
            "health,prometheus",
            "server.forward-headers-strategy",
            "native",
            // Vaadin's own look, which would refuse it, is not there.
            "vaadin.productionMode",
            "true");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getMainApplicationClass() != HandtagApplication.class
                || !application.getAllSources().contains(HandtagApplication.class)) {
            return;
        }
        if (PartsBeingChosen.here()) {
            requireNothingChosenAhead(environment);
            return;
        }
        var reasons = new ArrayList<StartRefused>();
        if (!environment.acceptsProfiles(Profiles.of("trial"))) {
            check(() -> requireSettings(environment), reasons);
            check(() -> requireAddress(environment), reasons);
            check(() -> requireEncryption(environment.getProperty("spring.datasource.url", "")), reasons);
            check(() -> requireUnreadableWays(environment), reasons);
            if (AotDetector.useGeneratedArtifacts()) {
                check(() -> requireNothingChosenAhead(environment), reasons);
            }
        }
        check(() -> Ports.requireFree(Ports.of(environment, "server.port", 8080), "server.port"), reasons);
        if (!reasons.isEmpty()) {
            check(() -> requireRoomsSettings(environment), reasons);
            throw StartRefused.all(reasons);
        }
    }

    /** Without what is told already: what is not set, and the address. */
    private static void requireRoomsSettings(ConfigurableEnvironment environment) {
        var told = REQUIRED.stream()
                .filter(setting -> setting.equals(ADDRESS)
                        || environment.getProperty(setting, "").isBlank())
                .toList();
        var wrong = SettingsCheck.wrongIn(environment).stream()
                .filter(fault -> told.stream().noneMatch(setting -> fault.matches(Pattern.quote(setting) + "[: ].*")))
                .toList();
        if (!wrong.isEmpty()) {
            throw SettingsCheck.refusal(wrong);
        }
    }

    private static void check(Runnable one, List<StartRefused> reasons) {
        try {
            one.run();
        } catch (StartRefused refused) {
            reasons.add(refused);
        }
    }

    private static void requireSettings(ConfigurableEnvironment environment) {
        var missing = new ArrayList<String>();
        for (var setting : REQUIRED) {
            boolean elsewhere = setting.equals(CHECKPOINTS)
                    && !environment
                            .getProperty("handtag.audit.checkpoints.target", "")
                            .isBlank();
            if (environment.getProperty(setting, "").isBlank() && !elsewhere) {
                missing.add(asVariable(setting));
            }
        }
        boolean mail = !environment.getProperty("spring.mail.host", "").isBlank();
        if (mail && environment.getProperty(SENDER, "").isBlank()) {
            missing.add(asVariable(SENDER));
        }
        if (!missing.isEmpty()) {
            throw new StartRefused("settings.missing", String.join(", ", missing));
        }
    }

    private static void requireAddress(ConfigurableEnvironment environment) {
        String address = environment.getProperty(ADDRESS, "").strip();
        if (address.isEmpty()) {
            return;
        }
        try {
            PortalAddress.host(new URI(address));
        } catch (URISyntaxException noAddress) {
            throw new StartRefused("address.wrong", address);
        }
    }

    private static void requireUnreadableWays(ConfigurableEnvironment environment) {
        var readable = ReadableWays.among(environment).stream()
                .map(StartChecks::asVariable)
                .toList();
        if (!readable.isEmpty()) {
            throw new StartRefused("ways.readable", String.join(", ", readable));
        }
    }

    private static void requireNothingChosenAhead(ConfigurableEnvironment environment) {
        var mute = Stream.concat(
                        CHOSEN_AHEAD.stream().filter(environment::containsProperty),
                        CHOSEN_SO.entrySet().stream()
                                .filter(chosen -> !environment
                                        .getProperty(chosen.getKey(), chosen.getValue())
                                        .equalsIgnoreCase(chosen.getValue()))
                                .map(Map.Entry::getKey)
                                .sorted())
                .map(StartChecks::asVariable)
                .toList();
        if (!mute.isEmpty()) {
            throw new StartRefused("settings.ahead", String.join(", ", mute));
        }
    }

    /** Names, requests and the log travel to the database: readable only on this machine itself, and by a server that proves itself. */
    private static void requireEncryption(String database) {
        boolean proven = PROVEN_DATABASE.matcher(database).find()
                && SSL_MODE.matcher(database).results().count() == 1;
        if (!database.isBlank() && !LOCAL_DATABASE.matcher(database).matches() && !proven) {
            throw new StartRefused("database.readable", "sslmode=verify-full");
        }
    }

    /** {@code handtag.identity.client-id} as an environment variable; {@code HANDTAG_IDENTITY_CLIENTID} works as well. */
    private static String asVariable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** After the configuration files are read, before the trial starts anything. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 100;
    }
}
