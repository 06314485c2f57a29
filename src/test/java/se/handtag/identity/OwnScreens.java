package se.handtag.identity;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Says to Vaadin whose a test's screen is, where it looks for that in the portal too: in the browser's session. What is known
 * to the test's own thread alone is known to nobody who draws on the screen from another.
 */
@TestComponent
public class OwnScreens implements VaadinServiceInitListener {
    private static final String KEPT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> {
            SecurityContext person = SecurityContextHolder.getContext();
            if (person.getAuthentication() != null) {
                init.getSession().getSession().setAttribute(KEPT, person);
            }
        });
    }

    static void belongTo(SecurityContext person) {
        SecurityContextHolder.setContext(person);
        VaadinSession open = VaadinSession.getCurrent();
        if (open != null) {
            open.getSession().setAttribute(KEPT, person);
        }
    }

    static void belongToNobody() {
        SecurityContextHolder.clearContext();
        VaadinSession open = VaadinSession.getCurrent();
        if (open != null) {
            open.getSession().removeAttribute(KEPT);
        }
    }
}
