package se.handtag.ui.shell;

import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import se.handtag.PartsBeingChosen;

/**
 * Looks for the views while parts are chosen ahead of time, and writes them down as {@link ViewsKnown}, which takes the place of
 * Vaadin's look through all classes at each start (decision 0166).
 */
@Component
final class ViewsFound implements BeanDefinitionRegistryPostProcessor {
    /** Of {@code com.vaadin.flow.spring.SpringBootAutoConfiguration}. */
    private static final String LOOKS_AT_EACH_START = "contextInitializer";

    private static final List<String> WHERE = List.of("se.handtag.ui", HasErrorParameter.class.getPackageName());

    /** @throws org.springframework.beans.factory.NoSuchBeanDefinitionException when what looks has another name by now */
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry parts) {
        if (PartsBeingChosen.here()) {
            parts.removeBeanDefinition(LOOKS_AT_EACH_START);
            parts.registerBeanDefinition(
                    ViewsKnown.class.getName(),
                    BeanDefinitionBuilder.genericBeanDefinition(ViewsKnown.class)
                            .addConstructorArgValue(names())
                            .getBeanDefinition());
        }
    }

    static String[] names() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        Stream.concat(
                        Stream.of(Route.class, RouteAlias.class, Layout.class),
                        VaadinAppShellInitializer.getValidAnnotations().stream())
                .map(AnnotationTypeFilter::new)
                .forEach(scanner::addIncludeFilter);
        Stream.concat(Stream.of(HasErrorParameter.class), VaadinAppShellInitializer.getValidSupers().stream())
                .map(AssignableTypeFilter::new)
                .forEach(scanner::addIncludeFilter);
        return WHERE.stream()
                .flatMap(where -> scanner.findCandidateComponents(where).stream())
                .map(BeanDefinition::getBeanClassName)
                .sorted()
                .toArray(String[]::new);
    }
}
