package se.handtag.ui.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.shared.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Later;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.NotFound;
import se.handtag.ui.shell.Titled;

/**
 * What one page reads. It waits a moment, so that an answer that is at hand is there with the page itself; when it takes longer,
 * an outline stands in its place, and the answer comes by push.
 *
 * <p>Reading ends in a step that draws: the reading itself must not touch what is on the screen, the step may. All methods are
 * for the UI's own thread.
 */
public final class Reading {
    private final Div page;
    private final Readings readings;

    /** Counts what was begun, so that what was overtaken is known; like {@code left}, other threads look at it. */
    private volatile int turn;

    private volatile boolean left;
    private boolean underWay;
    private boolean opening;
    private Turns.@Nullable Turn place;
    private @Nullable Supplier<Runnable> next;
    private @Nullable Outline outline;
    private @Nullable Notice failed;

    private record Outline(Announcer announcer, Skeleton shape) {}

    Reading(Div page, Readings readings) {
        this.page = page;
        this.readings = readings;
    }

    /**
     * Reads for a page that was just opened and has nothing but its head, and forgets what was read for it before.
     *
     * @param words the key of what screen readers say while the outline stands
     */
    public void open(Supplier<Skeleton> shape, String words, Supplier<Runnable> read) {
        next = null;
        outline = null;
        failed = null;
        opening = true;
        try {
            if (!begin(read)) {
                outline(shape.get(), page.getTranslation(words));
            }
        } finally {
            opening = false;
        }
    }

    /** Reads anew what may have changed; what stands on the page stays there until then. */
    public void again(Supplier<Runnable> read) {
        if (underWay) {
            // One that begins later sees all that has changed until then.
            next = read;
        } else {
            begin(read);
        }
    }

    /** What was begun is not drawn any more. */
    public void forget() {
        turn = turn + 1;
        underWay = false;
        next = null;
        outline = null;
        giveUpPlace();
    }

    /** What is overtaken goes on to its end, and others need not wait for that. */
    private void giveUpPlace() {
        if (place != null) {
            place.leave();
        }
    }

    /** Whether what is drawn now comes with the page itself, so that the router can still lead elsewhere. */
    public boolean isOpening() {
        return opening;
    }

    /**
     * That there is no such page, or not for this person: told by the router as long as it can be.
     *
     * @return the page's new name
     */
    public String notFound(BeforeEnterEvent event, PageHeader head) {
        if (opening) {
            event.rerouteToError(NotFoundException.class);
        } else {
            head.setTitle(NotFound.title());
            page.add(NotFound.words());
        }
        return NotFound.title();
    }

    /** @return whether the answer was there in a moment, and is drawn */
    private boolean begin(Supplier<Runnable> read) {
        int mine = turn + 1;
        turn = mine;
        underWay = true;
        giveUpPlace();
        var ui = UI.getCurrent();
        var place = Readings.turn(ui);
        this.place = place;
        CompletableFuture<Runnable> answer = readings.begin(ui, place, () -> mine == turn && !left, read);
        try {
            Runnable step = answer.get(readings.patience().toNanos(), TimeUnit.NANOSECONDS);
            underWay = false;
            takeBack();
            step.run();
            return true;
        } catch (TimeoutException slow) {
            Registration looks = whetherLeft(place);
            answer.whenComplete((step, failure) -> Later.on(ui, () -> {
                looks.remove();
                if (mine == turn) {
                    underWay = false;
                    draw(ui, step, failure);
                }
            }));
            return false;
        } catch (ExecutionException failed) {
            underWay = false;
            throw unchecked(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Registration whetherLeft(Turns.Turn place) {
        return Registration.combine(
                page.addDetachListener(_ -> {
                    left = true;
                    place.leave();
                }),
                page.addAttachListener(_ -> left = false));
    }

    /** The words come once the region stands there: what a region is born with is not read out. */
    private void outline(Skeleton shape, String words) {
        var announcer = new Announcer();
        outline = new Outline(announcer, shape);
        page.add(announcer, shape);
        Later.on(UI.getCurrent(), () -> {
            if (outline != null && outline.announcer() == announcer) {
                announcer.say(words);
            }
        });
    }

    private void draw(UI ui, @Nullable Runnable step, @Nullable Throwable failure) {
        if (!page.isAttached()) {
            return;
        }
        Outline before = outline;
        outline = null;
        Supplier<Runnable> after = next;
        next = null;
        takeBack();
        if (before != null) {
            page.remove(before.shape());
            before.announcer().say(step == null ? "" : page.getTranslation("words.reading.done"));
        }
        if (step == null) {
            failed = Notice.error(
                    page.getTranslation("words.reading.failed"), page.getTranslation("words.reading.failed.text"));
            page.add(failed);
            throw unchecked(failure == null ? null : failure.getCause());
        }
        step.run();
        // The step may have led elsewhere.
        if (page instanceof Titled titled && page.isAttached()) {
            ui.getPage().setTitle(titled.getPageTitle());
        }
        if (after != null) {
            begin(after);
        }
    }

    /** That it could not be read is not so any more. */
    private void takeBack() {
        if (failed != null) {
            page.remove(failed);
            failed = null;
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
