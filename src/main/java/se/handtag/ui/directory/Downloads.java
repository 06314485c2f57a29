package se.handtag.ui.directory;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;

/** Files that IT takes out. That one was taken out is on record before its first byte leaves. */
@Component
class Downloads {
    private final Looks looks;
    private final SignedIn signedIn;
    private final Clock clock;

    Downloads(Looks looks, SignedIn signedIn, Clock clock) {
        this.looks = looks;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What stands in a file. */
    interface Body {
        void write(Writer out) throws IOException;
    }

    DownloadHandler of(String what, Body body) {
        return event -> {
            var person = signedIn.find();
            if (person.isEmpty() || !person.get().is(Role.IT)) {
                event.getResponse().setStatus(HttpStatusCode.FORBIDDEN.getCode());
                return;
            }
            var whole = new StringWriter();
            try {
                body.write(whole);
            } catch (MdmException away) {
                event.getResponse().setStatus(HttpStatusCode.SERVICE_UNAVAILABLE.getCode());
                return;
            }
            looks.export(what);
            event.setFileName("handtag-" + what + "-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv");
            event.setContentType("text/csv; charset=utf-8");
            event.getResponse().setHeader("Cache-Control", "no-store");
            try (var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
                // Spreadsheets take the text for another alphabet without this mark.
                out.write('\ufeff');
                out.write(whole.toString());
            }
        };
    }
}
