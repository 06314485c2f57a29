package se.handtag.trial.idp;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Asks {@link SecurityContextHolder} anew each time where the current person is kept. The holder is static, shared with
 * the portal in the same process, which sets a strategy of its own (Vaadin's) after this provider has started; half of
 * Spring's filters would otherwise keep to the old one, and half to the new.
 */
final class SharedContextHolder implements SecurityContextHolderStrategy {
    @Override
    public void clearContext() {
        current().clearContext();
    }

    @Override
    public SecurityContext getContext() {
        return current().getContext();
    }

    @Override
    public Supplier<SecurityContext> getDeferredContext() {
        return current().getDeferredContext();
    }

    @Override
    public void setContext(SecurityContext context) {
        current().setContext(context);
    }

    @Override
    public void setDeferredContext(Supplier<SecurityContext> deferredContext) {
        current().setDeferredContext(deferredContext);
    }

    @Override
    public SecurityContext createEmptyContext() {
        return current().createEmptyContext();
    }

    private static SecurityContextHolderStrategy current() {
        return SecurityContextHolder.getContextHolderStrategy();
    }
}
