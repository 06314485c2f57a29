package se.handtag.ui.directory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.MdmException;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** A page about one thing or one list of the MDM, read at the moment it is opened, beside the session. */
abstract class Page extends Div implements Titled, BeforeEnterObserver {
    private static final int OUTLINE = 8;

    private final String titleKey;
    private final transient Reading reading;
    private String title;
    private @Nullable Notice unanswered;

    Page(String titleKey, Readings readings) {
        this.titleKey = titleKey;
        reading = readings.of(this);
        title = getTranslation(titleKey);
        addClassName("stack");
    }

    /**
     * Reads, without touching what is on the screen.
     *
     * @return what draws it, in place of all that is there; null when there is no such thing
     * @throws MdmException when the MDM does not answer
     */
    abstract @Nullable Runnable read();

    /** Takes what it needs from the address. @return false when it makes no sense */
    boolean enter(BeforeEnterEvent event) {
        return true;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!enter(event)) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        title = getTranslation(titleKey);
        var head = new PageHeader(title);
        removeAll();
        add(head);
        reading.open(() -> Skeleton.lines(OUTLINE), "directory.reading", () -> {
            Runnable draws = read(this::drawAway);
            return draws == null ? () -> title = reading.notFound(event, head) : () -> draw(draws);
        });
    }

    /** Draws anew what has changed meanwhile; stays as it is when the MDM does not answer or has it no more. */
    final void again() {
        again(() -> true);
    }

    /** @param wanted asked when what has changed is read: whether it is still to be drawn */
    final void again(BooleanSupplier wanted) {
        reading.again(() -> {
            Runnable draws = read(() -> {
                if (unanswered != null) {
                    remove(unanswered);
                }
                add(away());
            });
            return draws == null
                    ? () -> {}
                    : () -> {
                        if (wanted.getAsBoolean()) {
                            drawWhole(draws);
                        }
                    };
        });
    }

    private @Nullable Runnable read(Runnable unanswered) {
        try {
            return read();
        } catch (MdmException away) {
            return unanswered;
        }
    }

    /** What is asked of the MDM only when it is drawn after all leaves no half of a page. */
    private void drawWhole(Runnable draws) {
        try {
            draws.run();
        } catch (MdmException notNow) {
            drawAway();
        }
    }

    private void draw(Runnable draws) {
        drawWhole(draws);
        if (!reading.isOpening()) {
            // The title that the focus was on is another one now: whoever has not gone elsewhere meanwhile starts at
            // it.
            getElement().executeJs("""
                    if (document.activeElement === document.body) {
                      this.querySelector('h1[tabindex]')?.focus({preventScroll: true});
                    }""");
        }
    }

    private void drawAway() {
        removeAll();
        add(new PageHeader(title), away());
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
