package se.handtag;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What follows from an {@code https} address of the portal, unless somebody sets it otherwise: a proxy with TLS stands in
 * front and tells who asks, and the session's cookie is for that one host and TLS alone.
 */
final class AddressDefaults implements EnvironmentPostProcessor, Ordered {
    private static final Map<String, Object> BEHIND_TLS = Map.of(
            "server.forward-headers-strategy",
            "native",
            // The proxy keeps Host; what stands beside it, whoever asks may have written.
            "server.tomcat.remoteip.host-header",
            "",
            // Nobody can send a header of that name: whose word counts on where a request comes from, NamedProxies
            // says.
            "server.tomcat.remoteip.remote-ip-header",
            "(none)",
            "server.servlet.session.cookie.secure",
            "true",
            "server.servlet.session.cookie.path",
            "/",
            "server.servlet.session.cookie.name",
            "__Host-handtag");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("handtag.address", "").startsWith("https:")) {
            environment.getPropertySources().addLast(new MapPropertySource("handtag-address", BEHIND_TLS));
        }
    }

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 200;
    }
}
