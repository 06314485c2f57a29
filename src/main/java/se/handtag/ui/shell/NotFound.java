package se.handtag.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;

/** The words for a page that is not there, also where it turns out late. */
public final class NotFound {
    private NotFound() {}

    /** The page's heading. */
    public static String title() {
        return I18NProvider.translate("shell.not-found.title");
    }

    /** What stands below it. */
    public static EmptyState words() {
        var home = new Anchor("./", I18NProvider.translate("shell.home"));
        home.addClassNames("button", "primary");
        return new EmptyState(
                Glyph.SEARCH,
                I18NProvider.translate("shell.not-found.heading"),
                I18NProvider.translate("shell.not-found.text"),
                home);
    }
}
