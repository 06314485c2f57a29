package se.handtag;

import com.vaadin.flow.router.Route;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationScopeMetadataResolver;
import org.springframework.context.annotation.ScopeMetadata;

/**
 * A view is a part that is made anew for whoever comes to it. Were it none, Vaadin would look for it as one each time, in vain, and
 * everything that it needs would be looked for each time, too.
 */
final class MadeAnew extends AnnotationScopeMetadataResolver {
    @Override
    public ScopeMetadata resolveScopeMetadata(BeanDefinition part) {
        ScopeMetadata scope = super.resolveScopeMetadata(part);
        if (part instanceof AnnotatedBeanDefinition known
                && known.getMetadata().isAnnotated(Route.class.getName())
                && scope.getScopeName().equals(BeanDefinition.SCOPE_SINGLETON)) {
            scope.setScopeName(BeanDefinition.SCOPE_PROTOTYPE);
        }
        return scope;
    }
}
