package se.handtag;

import java.util.List;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Takes away what is too much where parts were chosen ahead of time, as in the image: those for settings that an operator may
 * leave out were chosen, too, and go where a setting is left out (decision 0166).
 */
@Component
final class PartsChosen implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {
    private static final Map<String, List<String>> PARTS_OF_A_SETTING = Map.of(
            "spring.mail.host",
            List.of("mailSender"),
            "management.opentelemetry.tracing.export.otlp.endpoint",
            List.of("otlpTracingConnectionDetails", "otlpHttpSpanExporter"));

    private Environment settings = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment settings) {
        this.settings = settings;
    }

    /** @throws org.springframework.beans.factory.NoSuchBeanDefinitionException when a part has another name by now */
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry parts) {
        if (AotDetector.useGeneratedArtifacts()) {
            PARTS_OF_A_SETTING.forEach((setting, names) -> {
                if (settings.getProperty(setting, "").isBlank()) {
                    names.forEach(parts::removeBeanDefinition);
                }
            });
        }
    }
}
