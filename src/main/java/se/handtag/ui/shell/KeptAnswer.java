package se.handtag.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Vaadin keeps the last answer to each page, for a browser that lost it on the way and asks once more. One letter beyond
 * Latin-1, such as an ellipsis, makes all of them take two bytes; written as JSON's escape it says the same in half.
 */
final class KeptAnswer implements VaadinRequestInterceptor {
    private static final char LAST_OF_ONE_BYTE = 0xFF;

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {
        // Nothing is kept yet.
    }

    @Override
    public void handleException(
            VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session, Exception thrown) {
        // What is kept is the answer before.
    }

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, @Nullable VaadinSession session) {
        if (session == null || !HandlerHelper.isRequestType(request, HandlerHelper.RequestType.UIDL)) {
            return;
        }
        session.lock();
        try {
            UI ui = session.getService().findUI(request);
            if (ui != null) {
                var kept = ui.getInternals();
                String answer = kept.getLastRequestResponse();
                if (answer != null) {
                    kept.setLastRequestResponse(escaped(answer));
                }
            }
        } finally {
            session.unlock();
        }
    }

    /** The same JSON in Latin-1 alone (RFC 8259, section 7): outside of its strings there is nothing but ASCII. */
    static String escaped(String json) {
        int first = 0;
        while (first < json.length() && json.charAt(first) <= LAST_OF_ONE_BYTE) {
            first++;
        }
        if (first == json.length()) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 64).append(json, 0, first);
        for (int i = first; i < json.length(); i++) {
            char letter = json.charAt(i);
            if (letter <= LAST_OF_ONE_BYTE) {
                escaped.append(letter);
            } else {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(letter));
            }
        }
        return escaped.toString();
    }
}
