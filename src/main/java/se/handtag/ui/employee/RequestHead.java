package se.handtag.ui.employee;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import se.handtag.requests.Request;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.words.HeldPlace;

/** The top of a request's page. A step changes words in it; what may have the focus stays as it is. */
final class RequestHead extends Div {
    private final transient RequestParts parts;
    private final PageHeader header;
    private final Span about = new Span();
    private final Span state = new Span();
    private final Div actions = Rows.actions();
    private final HeldPlace held = new HeldPlace();
    private boolean begun;
    private @Nullable Button withdraw;

    RequestHead(String title, RequestParts parts) {
        this.parts = parts;
        header = new PageHeader(title);
        add(header);
    }

    PageHeader header() {
        return header;
    }

    /** A part of the reading: what is asked for before anything is drawn. */
    Runnable show(Request request, boolean own) {
        boolean withdrawable = own && parts.canTakeBack(request);
        var chip = parts.chip(request);
        var toldHeld = parts.held(request);
        return () -> {
            begin(own);
            header.setTitle(parts.title(request));
            about.setText(parts.about(request));
            state.removeAll();
            state.add(chip);
            withdraw(withdrawable ? request : null);
            held.show(toldHeld);
        };
    }

    private void begin(boolean own) {
        if (!begun) {
            begun = true;
            header.back(
                            getTranslation(own ? "employee.requests.title" : "employee.devices.title"),
                            own ? RequestsView.class : MyDevicesView.class)
                    .below(about, state);
            add(held);
        }
    }

    private void withdraw(@Nullable Request request) {
        Button shown = withdraw;
        if (request != null && shown == null) {
            var button = parts.withdraw(request);
            withdraw = button;
            actions.add(button);
            header.add(actions);
        } else if (request == null && shown != null) {
            withdraw = null;
            actions.removeAll();
            header.remove(actions);
            header.takeFocusLeftBehind();
        }
    }
}
