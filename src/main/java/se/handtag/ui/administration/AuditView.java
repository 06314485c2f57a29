package se.handtag.ui.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.QueryTimeoutException;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Verification;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.ui.kit.Announcer;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;

/** The log, for the auditor: look, narrow, open a record, take it out as a file, check that nothing was changed. */
@Route(value = "audit", layout = MainLayout.class)
@RolesAllowed(Role.AUDITOR_NAME)
class AuditView extends Div implements Titled {
    private static final int PAGE = 50;
    private final AuditLog log;
    private final SignedIn signedIn;
    private final AuditTable table;
    private final AuditExport export;
    private final Button more;
    private final Announcer told = new Announcer();
    private AuditQuery query = AuditQuery.EVERYTHING;

    AuditView(AuditLog log, AuditWords words, AuditReceipt receipts, SignedIn signedIn, Clock clock) {
        this.log = log;
        this.signedIn = signedIn;
        addClassName("stack");
        export = new AuditExport(log, signedIn, clock);
        table = new AuditTable(words, record -> new AuditRecordDialog(record, words, log, receipts, this::look).open());
        more = Buttons.plain(getTranslation("administration.audit.more"), this::readOn);
        var actor = signedIn.actor();
        var check = new ChainCheck(progress -> verified(actor, progress));
        add(
                new PageHeader(title())
                        .quiet(getTranslation("administration.audit.quiet"))
                        .actions(check.button(), download()),
                check,
                new AuditFilter(words, this::search),
                told,
                table,
                Rows.actions(more),
                new AuditCoverage(log.checkpoints(), words));
        look(query);
        show(query);
    }

    private Anchor download() {
        var download = new Anchor(export, getTranslation("administration.audit.export"));
        download.addClassName("button");
        download.addComponentAsFirst(Glyph.DOWNLOAD.picture());
        return download;
    }

    /** A search of the log is a look at many: it is on record before its first line is seen. */
    private void search(AuditQuery wanted) {
        look(wanted);
        int shown = show(wanted);
        told.say(getTranslation(
                shown == PAGE ? "administration.audit.found.newest" : "administration.audit.found", shown));
    }

    private void look(AuditQuery wanted) {
        log.appendAlone(looked(wanted));
    }

    private AuditEntry looked(AuditQuery wanted) {
        return AuditExport.told(
                AuditEntry.of(AuditKind.LOOK).by(signedIn.actor()).action("search-log"), wanted);
    }

    /** Who had it checked, and what that showed, is on record before they read it. */
    private Verification verified(Actor actor, Verification.Progress progress) {
        var outcome = log.verify(progress);
        var entry = AuditEntry.of(AuditKind.LOG).by(actor).action("verify-log");
        log.appendAlone(
                switch (outcome) {
                    case Verification.Whole whole ->
                        entry.outcome("whole")
                                .mark("records", String.valueOf(whole.records()))
                                .mark("away", whole.away().isEmpty() ? null : String.join(" ", whole.away()));
                    case Verification.Broken broken ->
                        entry.outcome("broken")
                                .mark("number", String.valueOf(broken.number()))
                                .mark("fault", broken.fault().name());
                });
        return outcome;
    }

    /** @return how many records are shown, of which there may be more */
    private int show(AuditQuery wanted) {
        query = wanted;
        export.of(wanted);
        var records = find(wanted, Long.MAX_VALUE);
        table.show(records);
        more.setVisible(records.size() == PAGE);
        return records.size();
    }

    private List<AuditRecord> find(AuditQuery wanted, long before) {
        try {
            return log.find(wanted, before, PAGE);
        } catch (QueryTimeoutException tooMuch) {
            Toast.problem(getTranslation("administration.audit.too-much"));
            return List.of();
        }
    }

    private void readOn() {
        log.appendAlone(looked(query).mark("before", String.valueOf(table.oldest())));
        var records = find(query, table.oldest());
        table.more(records);
        more.setVisible(records.size() == PAGE);
    }

    @Override
    public String title() {
        return getTranslation("administration.audit.title");
    }
}
