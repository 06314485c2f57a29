package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import se.handtag.identity.DoorEvent;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/**
 * For a signed-in person who opens a screen that their roles do not open. The attempt is on record before the answer is
 * given; a log that cannot be written gives the page of failures instead.
 */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class AccessRefusedPage extends Div implements HasErrorParameter<AccessDeniedException>, Titled {
    private final SignedIn signedIn;
    private final ApplicationEventPublisher events;

    AccessRefusedPage(SignedIn signedIn, ApplicationEventPublisher events) {
        this.signedIn = signedIn;
        this.events = events;
        addClassName("stack");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        if (signedIn.find().isPresent()) {
            var path = event.getLocation().getPath();
            events.publishEvent(new DoorEvent.AccessRefused(signedIn.actor(), "/" + path));
        }
        var home = new Anchor("./", getTranslation("shell.home"));
        home.addClassNames("button", "primary");
        removeAll();
        add(
                new PageHeader(title()),
                new EmptyState(
                        Glyph.LOCK,
                        getTranslation("administration.refused.heading"),
                        getTranslation("administration.refused.text"),
                        home));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String title() {
        return getTranslation("administration.refused.title");
    }
}
