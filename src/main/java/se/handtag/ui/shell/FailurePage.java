package se.handtag.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;

/** A page could not be shown; says so with a reference that IT finds in the log, and nothing of what failed. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailurePage extends Div implements HasErrorParameter<Exception>, Titled {
    private final transient Failures failures;

    FailurePage(Failures failures) {
        this.failures = failures;
        addClassName("stack");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var reference = failures.note(parameter.getException());
        var again = new Anchor(event.getLocation().getPathWithQueryParameters(), getTranslation("shell.again"));
        again.addClassNames("button", "primary");
        // A full load, since what failed may have left this page's state half-made.
        again.setRouterIgnore(true);
        var home = new Anchor("./", getTranslation("shell.home"));
        home.addClassName("button");
        removeAll();
        add(
                new PageHeader(title()),
                Notice.error(getTranslation("shell.failure.heading"), getTranslation("shell.failure.text", reference)),
                Rows.actions(again, home));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String title() {
        return getTranslation("shell.failure.title");
    }
}
