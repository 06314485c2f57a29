package se.handtag.trial.idp;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The running identity provider of the trial. */
public final class TrialIdp implements AutoCloseable {
    /** The id of the one client, the portal. */
    public static final String CLIENT_ID = "handtag";

    /** Everybody's password. The sample company has nothing worth protecting, and a newcomer has to be told. */
    public static final String PASSWORD = "handtag";

    /** Its own, for cookies do not tell ports apart. */
    static final String SESSION_COOKIE = "HANDTAG_TRIAL_IDP";

    private final ConfigurableApplicationContext context;

    private TrialIdp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the provider and returns when it answers. */
    public static TrialIdp start(TrialIdpSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    static TrialIdp start(TrialIdpSettings settings, Clock clock) {
        var application = new SpringApplication(IdpConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setEnvironment(new OwnEnvironment(Map.of(
                "server.port", settings.port(),
                "handtag.trial.idp.client-secret", settings.clientSecret())));
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("clock", clock);
            context.getBeanFactory().registerSingleton("mailbox", settings.mailbox());
        });
        application.setAddCommandLineProperties(false);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        // Logging belongs to the portal's context in the same process: a second one would set its levels back.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        return new TrialIdp(application.run());
    }

    /** The issuer, also the address of its page: {@code http://localhost:<port>}. */
    public String issuer() {
        return "http://localhost:" + port();
    }

    /** The port it listens on. */
    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("The identity provider is not running");
        }
        return server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Neither the machine's variables nor the portal's files: what is set for the portal must not reach this context. */
    private static final class OwnEnvironment extends StandardServletEnvironment {
        OwnEnvironment(Map<String, Object> settings) {
            var all = new HashMap<String, Object>(settings);
            all.put("spring.config.location", "classpath:/trial/idp/idp.yaml");
            getPropertySources().addFirst(new MapPropertySource("trial identity provider", all));
        }

        @Override
        protected void customizePropertySources(MutablePropertySources propertySources) {
            // none but ours
        }
    }
}
