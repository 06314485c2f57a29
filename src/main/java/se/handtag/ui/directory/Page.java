package se.handtag.ui.directory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.MdmException;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.Titled;

/** A page about one thing or one list of the MDM, read at the moment it is opened. */
abstract class Page extends Div implements Titled, BeforeEnterObserver {
    private String title;
    private @Nullable Notice unanswered;

    Page(String titleKey) {
        title = getTranslation(titleKey);
        addClassName("stack");
    }

    /** Reads and draws. @return false when there is no such thing @throws MdmException when the MDM does not answer */
    abstract boolean show();

    /** Takes what it needs from the address. @return false when it makes no sense */
    boolean enter(BeforeEnterEvent event) {
        return true;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!enter(event) || !drawn()) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    /** Draws anew what has changed meanwhile; stays as it is when the MDM does not answer or has it no more. */
    final void again() {
        try {
            show();
        } catch (MdmException away) {
            if (unanswered != null) {
                remove(unanswered);
            }
            add(away());
        }
    }

    private boolean drawn() {
        try {
            return show();
        } catch (MdmException away) {
            removeAll();
            add(new PageHeader(title), away());
            return true;
        }
    }

    private Notice away() {
        unanswered = Notice.warn(getTranslation("directory.away"), getTranslation("directory.away.text"))
                .with(Buttons.plain(getTranslation("shell.again"), this::again));
        return unanswered;
    }

    final void name(String text) {
        title = text;
    }

    @Override
    public String title() {
        return title;
    }

    static Optional<Integer> number(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(Integer::valueOf);
        } catch (NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    static Optional<UUID> uuid(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(UUID::fromString);
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
