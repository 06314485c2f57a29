package se.handtag.ui.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Vaadin keeps the last answer to each page, for a browser that lost it on the way and asks once more. That of a whole page
 * is the largest thing that a session keeps; packed it is a tenth, until the page asks for something again.
 */
final class KeptAnswer implements VaadinRequestInterceptor, RequestHandler {
    /** Shorter ones are not worth the work. */
    static final int SHORT = 4_000;

    /** No JSON begins with it. */
    private static final char PACKED = 0;

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {
        // Whose it is becomes known only later.
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response) {
        change(session, request, KeptAnswer::unpacked);
        return false;
    }

    @Override
    public void handleException(
            VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session, Exception thrown) {
        // What is kept is the answer before.
    }

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session) {
        if (session != null) {
            change(session, request, KeptAnswer::packed);
        }
    }

    private static void change(VaadinSession session, VaadinRequest request, UnaryOperator<String> change) {
        if (!HandlerHelper.isRequestType(request, HandlerHelper.RequestType.UIDL)) {
            return;
        }
        session.lock();
        try {
            UI ui = session.getService().findUI(request);
            if (ui != null) {
                UIInternals kept = ui.getInternals();
                String answer = kept.getLastRequestResponse();
                if (answer != null) {
                    kept.setLastRequestResponse(change.apply(answer));
                }
            }
        } finally {
            session.unlock();
        }
    }

    /** Its bytes as letters of Latin-1, of which a string keeps each in one byte (JEP 254). */
    static String packed(String answer) {
        if (answer.length() < SHORT || answer.charAt(0) == PACKED) {
            return answer;
        }
        var bytes = new ByteArrayOutputStream(SHORT);
        bytes.write(PACKED);
        var quick = new Deflater(Deflater.BEST_SPEED);
        try (var packing = new DeflaterOutputStream(bytes, quick)) {
            packing.write(answer.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            quick.end();
        }
        return bytes.toString(ISO_8859_1);
    }

    static String unpacked(String kept) {
        if (kept.isEmpty() || kept.charAt(0) != PACKED) {
            return kept;
        }
        var answer = new ByteArrayOutputStream(kept.length() * 8);
        try (var unpacking = new InflaterOutputStream(answer)) {
            unpacking.write(kept.getBytes(ISO_8859_1), 1, kept.length() - 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return answer.toString(UTF_8);
    }
}
