package se.handtag.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Reads the rules of {@code handtag.policy.rules}, and their tests in the folder {@code tests} beside them, before any other
 * part of the portal exists. What fails later, while the web server starts, is told as a failure of the web server.
 */
@Component
class RulesReading implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final String SETTING = "handtag.policy.rules";
    private static final String SHIPPED = "classpath:policy/rules.yaml";

    private final ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private String place = SHIPPED;

    @Override
    public void setEnvironment(Environment settings) {
        place = settings.getProperty(SETTING, SHIPPED);
    }

    /** @throws RulesInvalid when the rules cannot be used, which keeps the portal from starting */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("rulesFile", read(files, place));
    }

    static RulesFile read(ResourcePatternResolver files, String place) {
        Resource file = files.getResource(place);
        String name = String.valueOf(file.getFilename());
        try {
            return RulesFile.of(name, file.getContentAsString(StandardCharsets.UTF_8), tests(files, place));
        } catch (IOException unreadable) {
            throw new RulesInvalid(name, List.of(new Problem(1, 1, "the file is not there or cannot be read")));
        }
    }

    private static String tests(ResourcePatternResolver files, String place) throws IOException {
        Resource[] found;
        try {
            found = files.getResources(place.replaceFirst("[^/:]*$", "tests/*.yaml"));
        } catch (FileNotFoundException noFolder) {
            return "";
        }
        Arrays.sort(found, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        StringBuilder all = new StringBuilder();
        for (Resource file : found) {
            all.append(file.getContentAsString(StandardCharsets.UTF_8).strip()).append("\n\n");
        }
        return all.toString().stripTrailing() + (all.isEmpty() ? "" : "\n");
    }
}
