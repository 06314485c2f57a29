package se.handtag.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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
 * part of the portal exists. What fails later, while the web server starts, is told as a failure of the web server. Begun as
 * soon as the place is known, beside the check of the settings.
 */
@Component
class RulesReading implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final String SETTING = "handtag.policy.rules";
    private static final String SHIPPED = "classpath:policy/rules.yaml";

    private final ResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private Future<RulesFile> reading = CompletableFuture.failedFuture(new IllegalStateException("No place is known"));

    @Override
    public void setEnvironment(Environment settings) {
        var begun = new FutureTask<>(() -> read(files, settings.getProperty(SETTING, SHIPPED)));
        reading = begun;
        Thread.ofPlatform().daemon().name("rules").start(begun);
    }

    /** @throws RulesInvalid when the rules cannot be used, which keeps the portal from starting */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        try {
            beans.registerSingleton("rulesFile", reading.get());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
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
