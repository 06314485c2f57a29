package se.handtag.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.HasDynamicTitle;

/** A view with a name; the browser's tab shows it with the portal's. */
public interface Titled extends HasDynamicTitle {
    /** The name in the person's language, usually the same as the page's heading. */
    String title();

    @Override
    default String getPageTitle() {
        return I18NProvider.translate("shell.page-title", title());
    }
}
