package showcase;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import se.handtag.ui.shell.MainLayout;

/** A page that cannot be shown. */
@Route(value = "broken", layout = MainLayout.class)
@AnonymousAllowed
class BrokenView extends Page {
    BrokenView() {
        super("broken");
        throw new IllegalStateException("the password is swordfish");
    }
}
