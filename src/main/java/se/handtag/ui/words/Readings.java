package se.handtag.ui.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;
import se.handtag.identity.SignedIn;

/**
 * Lets pages read what they show without their session: whoever waits for a slow MDM can go elsewhere meanwhile, and the
 * page's frame stands at once.
 */
@Component
public class Readings {
    private static final Runnable NOTHING = () -> {};

    private final Patience patience;
    private final SignedIn signedIn;

    Readings(Patience patience, SignedIn signedIn) {
        this.patience = patience;
        this.signedIn = signedIn;
    }

    /** For one page. */
    public Reading of(Div page) {
        return new Reading(page, this);
    }

    Duration patience() {
        return patience.length();
    }

    /**
     * Reads on a thread of its own, as the person of this request. What is read may make components, as long as they are on no
     * screen: their words are in the person's language.
     *
     * @param turn of this reading alone
     * @param wanted whether anybody still waits for it, asked on that thread before it begins
     */
    CompletableFuture<Runnable> begin(UI ui, Turns.Turn turn, BooleanSupplier wanted, Supplier<Runnable> read) {
        VaadinSession session = ui.getSession();
        VaadinService service = session.getService();
        return CompletableFuture.supplyAsync(
                () -> {
                    // For words and links; the session is not there, for nothing here has its lock.
                    CurrentInstance.set(UI.class, ui);
                    CurrentInstance.set(VaadinService.class, service);
                    turn.take();
                    try {
                        return wanted.getAsBoolean() ? read.get() : NOTHING;
                    } finally {
                        turn.end();
                    }
                },
                work -> Thread.ofVirtual().name("reading").start(signedIn.carried(() -> OneReading.of(work))));
    }

    /** A turn for one more reading of that page's session. */
    static Turns.Turn turn(UI ui) {
        VaadinSession session = ui.getSession();
        if (session.getAttribute(Readings.class.getName()) instanceof Turns known) {
            return known.next();
        }
        var turns = new Turns();
        session.setAttribute(Readings.class.getName(), turns);
        return turns.next();
    }
}
