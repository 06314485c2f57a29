package se.handtag.ui.administration;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import se.handtag.ui.kit.Toast;

/** A file of the log that is not handed out, for nothing in it could be proved: the browser gets none, the person reads why. */
final class Unproved {
    private Unproved() {}

    static void tell(DownloadEvent event) throws IOException {
        var _ = event.getUI().access(() -> Toast.problem(I18NProvider.translate("administration.audit.unproved")));
        event.getResponse().sendError(HttpStatusCode.SERVICE_UNAVAILABLE.getCode(), "No checkpoint");
    }
}
