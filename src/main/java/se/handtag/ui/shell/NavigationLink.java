package se.handtag.ui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A link to a place, marked when one is there or below it, with how much waits there. */
final class NavigationLink extends RouterLink {
    private static final Logger LOG = LoggerFactory.getLogger(NavigationLink.class);
    private static final int LARGEST_SHOWN = 99;

    private final NavigationItem item;
    private @Nullable Span badge;
    private int waiting;

    NavigationLink(NavigationItem item) {
        super(item.view());
        this.item = item;
        addClassName("place");
        add(item.glyph().picture(), new Text(getTranslation(item.messageKey())));
    }

    /**
     * Asks again how much waits there, and marks whether it is here.
     *
     * @param path where the person is, without a leading slash
     */
    void show(String path) {
        int now = count(item);
        if (now != waiting) {
            waiting = now;
            if (badge != null) {
                remove(badge);
            }
            badge = now > 0 ? badge(now) : null;
            if (badge != null) {
                add(badge);
            }
        }
        if (path.equals(getHref()) || (!getHref().isEmpty() && path.startsWith(getHref() + "/"))) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    private Span badge(int waiting) {
        var figure = new Span(waiting > LARGEST_SHOWN ? LARGEST_SHOWN + "+" : String.valueOf(waiting));
        figure.getElement().setAttribute("aria-hidden", "true");
        var words = new Span(getTranslation("shell.waiting", waiting));
        words.addClassName("sr-only");
        var badge = new Span(figure, words);
        badge.addClassName("badge");
        return badge;
    }

    private static int count(NavigationItem item) {
        try {
            return item.count();
        } catch (RuntimeException failure) {
            LOG.warn("Navigation item {} does not say how much waits there: {}", item.messageKey(), failure.toString());
            return 0;
        }
    }
}
