package se.handtag.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.TimeText;

/** All that happened in one request, or to one device, person or tag: the oldest first. */
final class AuditTimeline extends Dialog {
    private static final int MOST = 200;

    AuditTimeline(AuditLog log, AuditQuery query, String title, AuditWords words) {
        setHeaderTitle(title);
        setWidth("min(720px, 100%)");
        List<AuditRecord> records = log.find(query, Long.MAX_VALUE, MOST).reversed();
        if (records.size() == MOST) {
            add(Notice.info(getTranslation("administration.audit.timeline.newest", MOST), ""));
        }
        add(new Ladder(
                title, records.stream().map(record -> step(record, words)).toList()));
        getFooter().add(new Button(getTranslation("kit.close"), _ -> close()));
    }

    /** What a record belongs to: its request, else its subject; null when it stands alone. */
    static @Nullable AuditQuery of(AuditRecord record) {
        if (record.request() != null) {
            return AuditQuery.ofRequest(record.request());
        }
        return record.subject() == null ? null : AuditQuery.ofSubject(record.subject());
    }

    private Ladder.Step step(AuditRecord record, AuditWords words) {
        var locale = getLocale();
        String note = Stream.of(
                        words.outcome(record.outcome(), locale),
                        words.actor(record, locale),
                        String.join(", ", record.rules()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return Ladder.Step.done(words.what(record, locale), note, new Span(words.time(record.at(), TimeText.zone())));
    }
}
