package se.handtag;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.AotDetector;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * Starts the portal. The trial's parts ({@code se.handtag.trial}) live in contexts of their own on ports of their own
 * and are never scanned here: an identity provider in the portal's context would sign people in past OIDC.
 */
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class
        })
// Where the views are; elsewhere Vaadin need not look.
@EnableVaadin("se.handtag.ui")
@ComponentScan(
        // Rooms name their own parts as they like: two of one name are two beans.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        includeFilters = @Filter(Route.class),
        scopeResolver = MadeAnew.class,
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @Filter(type = FilterType.REGEX, pattern = "se\\.handtag\\.trial\\..*")
        })
public class HandtagApplication {
    public static void main(String[] arguments) {
        for (CommandLineTool tool : ServiceLoader.load(CommandLineTool.class)) {
            if (arguments.length > 0 && arguments[0].equals(tool.word())) {
                System.exit(tool.run(List.of(arguments).subList(1, arguments.length)));
            }
        }
        var portal = new SpringApplication(HandtagApplication.class);
        portal.setApplicationContextFactory(HandtagApplication::context);
        portal.run(arguments);
    }

    private static @Nullable ConfigurableApplicationContext context(@Nullable WebApplicationType type) {
        return AotDetector.useGeneratedArtifacts() && type == WebApplicationType.SERVLET
                ? new ServletWebServerApplicationContext(new PartsByKind())
                : ApplicationContextFactory.DEFAULT.create(type);
    }
}
