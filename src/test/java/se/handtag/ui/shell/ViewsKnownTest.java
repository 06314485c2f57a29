package se.handtag.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.internal.ErrorTargetEntry;
import com.vaadin.flow.server.AppShellRegistry;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.WebComponentConfigurationRegistryInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import se.handtag.PortalOverHttp;

/** Views that were found when the jar was made are the ones that Vaadin finds when it looks itself. */
@PortalOverHttp
class ViewsKnownTest {
    @Autowired
    private WebApplicationContext portal;

    /** As in the image: Vaadin is told. */
    private VaadinServletContext told() {
        var context = new MockServletContext();
        context.setAttribute(WebApplicationContext.ROOT_WEB_APPLICATION_CONTEXT_ATTRIBUTE, portal);
        new ViewsKnown(ViewsFound.names()).contextInitialized(new ServletContextEvent(context));
        return new VaadinServletContext(context);
    }

    /** As in this test's portal: Vaadin has looked. */
    private VaadinServletContext looked() {
        ServletContext context = portal.getServletContext();
        assertThat(context).isNotNull();
        return new VaadinServletContext(context);
    }

    private static Map<String, Class<?>> addresses(VaadinServletContext context) {
        return ApplicationRouteRegistry.getInstance(context).getRegisteredRoutes().stream()
                .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
                .collect(Collectors.toMap(RouteBaseData::getTemplate, RouteBaseData::getNavigationTarget));
    }

    private static Stream<Optional<Class<?>>> errorPages(VaadinServletContext context) {
        var registry = ApplicationRouteRegistry.getInstance(context);
        return Stream.of(
                        new NotFoundException(),
                        new AccessDeniedException(),
                        new IllegalStateException(),
                        new RuntimeException())
                .map(registry::getErrorNavigationTarget)
                .map(found -> found.map(ErrorTargetEntry::getNavigationTarget));
    }

    @Test
    void each_address_leads_to_the_same_view() {
        assertThat(addresses(told())).hasSizeGreaterThan(40).isEqualTo(addresses(looked()));
    }

    @Test
    void each_view_is_a_part_that_is_made_anew_for_whoever_comes_to_it() {
        assertThat(addresses(looked()).values())
                .allSatisfy(view -> assertThat(portal.getBeanNamesForType(view))
                        .singleElement()
                        .satisfies(name -> assertThat(portal.isPrototype(name)).isTrue()));
    }

    @Test
    void each_fault_leads_to_the_same_page() {
        assertThat(errorPages(told()))
                .doesNotContain(Optional.empty())
                .containsExactlyElementsOf(errorPages(looked()).toList());
    }

    @Test
    void the_page_around_all_views_is_the_same() {
        assertThat(AppShellRegistry.getInstance(told()).getShell()).isEqualTo(AppShell.class);
        assertThat(AppShellRegistry.getInstance(looked()).getShell()).isEqualTo(AppShell.class);
    }

    /** What Vaadin would take from there, and is not told of. */
    @Test
    void there_is_nothing_else_for_vaadin_to_find_but_what_spring_makes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        Stream.of(LookupServletContainerInitializer.class, WebComponentConfigurationRegistryInitializer.class)
                .flatMap(initializer ->
                        Stream.of(initializer.getAnnotation(HandlesTypes.class).value()))
                .map(AssignableTypeFilter::new)
                .forEach(scanner::addIncludeFilter);
        assertThat(scanner.findCandidateComponents("se.handtag.ui"))
                .extracting(BeanDefinition::getBeanClassName)
                .allSatisfy(name -> assertThat(portal.getBeanNamesForType(Class.forName(name)))
                        .as(name)
                        .isNotEmpty());
        assertThat(ApplicationRouteRegistry.getInstance(told()).getPwaConfigurationClass())
                .isEqualTo(ApplicationRouteRegistry.getInstance(looked()).getPwaConfigurationClass());
    }
}
