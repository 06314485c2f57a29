package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.NoCheckpoint;
import se.handtag.audit.Receipts;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.ui.kit.Glyph;

/** Receipts as files: for the auditor of every record, for everybody else of what they did or what was done to them. */
@Component
class AuditReceipt {
    private final Receipts receipts;
    private final MdmUsers users;
    private final SignedIn signedIn;
    private final AuditLog log;

    AuditReceipt(Receipts receipts, MdmUsers users, SignedIn signedIn, AuditLog log) {
        this.log = log;
        this.receipts = receipts;
        this.users = users;
        this.signedIn = signedIn;
    }

    /** A link that hands out the record's receipt to whoever may have it when it is pressed. */
    Anchor link(AuditRecord record, String text, String name) {
        var link = new Anchor(download(record.number()), text);
        link.addClassName("button");
        link.addComponentAsFirst(Glyph.DOWNLOAD.picture());
        link.setAriaLabel(name);
        return link;
    }

    private DownloadHandler download(long number) {
        return event -> hand(event, number);
    }

    private void hand(DownloadEvent event, long number) throws IOException {
        Optional<String> receipt;
        try {
            receipt = signedIn.find().flatMap(person -> of(person, number));
        } catch (NoCheckpoint unproved) {
            Unproved.tell(event);
            return;
        }
        if (receipt.isEmpty()) {
            log.appendAlone(AuditEntry.refused(signedIn.actor(), "receipt", "receipt", number));
            event.getResponse().sendError(HttpStatusCode.NOT_FOUND.getCode(), "No such receipt");
            return;
        }
        log.appendAlone(AuditEntry.of(AuditKind.EXPORT)
                .by(signedIn.actor())
                .action("receipt")
                .outcome("started")
                .mark("number", String.valueOf(number)));
        event.setFileName("handtag-receipt-" + number + ".json");
        event.setContentType("application/json");
        event.getResponse().setHeader("Cache-Control", "no-store");
        try (var out = event.getOutputStream()) {
            out.write(receipt.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    Optional<String> of(Person person, long number) {
        return person.is(Role.AUDITOR) ? receipts.of(number) : receipts.of(person.id(), userOf(person), number);
    }

    /** The user of the MDM that the person is, in the log's words; null when that is not known now. */
    @Nullable
    String userOf(Person person) {
        try {
            return users.match(person) instanceof Match.One(var user)
                    ? "user/" + user.value().id().value()
                    : null;
        } catch (MdmException away) {
            return null;
        }
    }
}
