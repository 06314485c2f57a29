package se.handtag.ui.shell;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import com.vaadin.flow.server.startup.VaadinInitializerException;
import com.vaadin.flow.server.startup.WebComponentConfigurationRegistryInitializer;
import com.vaadin.flow.spring.SpringLookupInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.util.ClassUtils;

/**
 * Tells Vaadin of the views that were found when the jar was made, by what Vaadin itself does in a servlet container that finds
 * classes for it.
 */
final class ViewsKnown implements ServletContextInitializer, ServletContextListener {
    private final String[] names;

    ViewsKnown(String[] names) {
        this.names = names.clone();
    }

    @Override
    public void onStartup(ServletContext context) {
        context.addListener(this);
    }

    /** @throws RuntimeException when Vaadin refuses the views */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        var vaadin = new VaadinServletContext(context);
        Set<Class<?>> found = Arrays.stream(names)
                .map(name -> ClassUtils.resolveClassName(name, ViewsKnown.class.getClassLoader()))
                .collect(Collectors.toSet());
        try {
            new LookupServletContainerInitializer()
                    .process(Set.of(LookupInitializer.class, SpringLookupInitializer.class), context);
            VaadinAppShellInitializer.init(found, vaadin);
            new RouteRegistryInitializer()
                    .initialize(annotated(found, Route.class, RouteAlias.class, Layout.class), vaadin);
            new WebComponentConfigurationRegistryInitializer().initialize(Set.of(), vaadin);
            new ErrorNavigationTargetInitializer().initialize(errorPages(found), vaadin);
        } catch (ServletException | VaadinInitializerException refused) {
            throw new IllegalStateException("Vaadin does not take the views that were found ahead", refused);
        }
    }

    @SafeVarargs
    private static Set<Class<?>> annotated(Set<Class<?>> found, Class<? extends Annotation>... by) {
        return found.stream()
                .filter(type -> Stream.of(by).anyMatch(type::isAnnotationPresent))
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> errorPages(Set<Class<?>> found) {
        return found.stream().filter(HasErrorParameter.class::isAssignableFrom).collect(Collectors.toSet());
    }
}
