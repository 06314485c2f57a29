package se.handtag.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Reads the rules of {@code handtag.policy.rules} before any other part of the portal exists. What fails later, while the
 * web server starts, is told as a failure of the web server.
 */
@Component
class RulesReading implements BeanFactoryPostProcessor, EnvironmentAware, ResourceLoaderAware {
    private static final String SETTING = "handtag.policy.rules";
    private static final String SHIPPED = "classpath:policy/rules.yaml";

    private String place = SHIPPED;
    private ResourceLoader files = new DefaultResourceLoader();

    @Override
    public void setEnvironment(Environment settings) {
        place = settings.getProperty(SETTING, SHIPPED);
    }

    @Override
    public void setResourceLoader(ResourceLoader loader) {
        files = loader;
    }

    /** @throws RulesInvalid when the rules cannot be used, which keeps the portal from starting */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var file = files.getResource(place);
        String name = String.valueOf(file.getFilename());
        try {
            beans.registerSingleton("rules", RuleSet.of(name, file.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new RulesInvalid(name, List.of(new Problem(1, 1, "the file is not there or cannot be read")));
        }
    }
}
