package se.handtag.ui.administration;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.NoCheckpoint;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;

/** The log as JSON Lines. That it was taken out is on record, and committed, before the first byte leaves. */
final class AuditExport implements DownloadHandler {
    private static final long serialVersionUID = 1;
    private final transient AuditLog log;
    private final transient SignedIn signedIn;
    private final transient Clock clock;
    // Read by the thread of the download, which does not hold the screen.
    private transient volatile AuditQuery query = AuditQuery.EVERYTHING;

    AuditExport(AuditLog log, SignedIn signedIn, Clock clock) {
        this.log = log;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What the next download holds. */
    void of(AuditQuery wanted) {
        query = wanted;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var wanted = query;
        var person = signedIn.find();
        if (person.isEmpty() || !person.get().is(Role.AUDITOR)) {
            event.getResponse().sendError(HttpStatusCode.FORBIDDEN.getCode(), "Not an auditor");
            return;
        }
        note(wanted);
        AuditLog.Export export;
        try {
            export = log.export(wanted);
        } catch (NoCheckpoint unproved) {
            Unproved.tell(event);
            return;
        }
        event.setFileName("handtag-audit-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".jsonl");
        event.setContentType("application/jsonl");
        event.getResponse().setHeader("Cache-Control", "no-store");
        // Closed only when all is in it: what is cut off must not look like a whole file to the browser.
        var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
        try {
            export.to(line -> write(out, line));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        out.close();
    }

    private void note(AuditQuery wanted) {
        log.appendAlone(
                told(AuditEntry.of(AuditKind.EXPORT).by(signedIn.actor()).outcome("started"), wanted));
    }

    /** The entry, with what was wanted. */
    static AuditEntry told(AuditEntry entry, AuditQuery wanted) {
        return entry.fact("from", text(wanted.from()))
                .fact("until", text(wanted.until()))
                .fact("kind", text(wanted.kind()))
                .fact("text", wanted.text())
                .mark("subject", wanted.subject())
                .mark("request", text(wanted.request()));
    }

    private static @Nullable String text(@Nullable Object part) {
        return part == null ? null : part.toString();
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
