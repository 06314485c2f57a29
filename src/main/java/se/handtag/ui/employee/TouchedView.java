package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.Pseudonyms;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.policy.ActionKind;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Words;

/** Who else looked at the person's devices or did something with them, from the log. */
@Route(value = "touched", layout = MainLayout.class)
@PermitAll
class TouchedView extends Div implements Titled {
    private static final int MOST = 100;
    private static final Set<AuditKind> TOUCHES =
            EnumSet.of(AuditKind.LOOK, AuditKind.DECISION, AuditKind.APPROVAL, AuditKind.LOST);

    private final transient MdmUsers users;
    private final transient AuditLog log;
    private final transient Pseudonyms pseudonyms;
    private final transient Words words;
    private final transient Clock clock;

    TouchedView(MyFleet fleet, MdmUsers users, AuditLog log, Pseudonyms pseudonyms, Words words, Clock clock) {
        this.users = users;
        this.log = log;
        this.pseudonyms = pseudonyms;
        this.words = words;
        this.clock = clock;
        addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("employee.touched.quiet")));
        var touches = touches(fleet);
        touches.forEach(touch -> add(card(touch)));
        if (touches.isEmpty()) {
            add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("employee.touched.none"),
                    getTranslation("employee.touched.none.text")));
        }
    }

    private List<AuditRecord> touches(MyFleet fleet) {
        Person me = fleet.person();
        UUID mine = pseudonyms.find(me.id().value()).orElse(null);
        Stream<AuditQuery> devices = fleet.read() instanceof MyFleet.Known.Mine own
                ? own.devices().stream()
                        .map(reached ->
                                AuditQuery.ofDevice(reached.device().id().value()))
                : Stream.of();
        Stream<AuditQuery> person = users.match(me) instanceof Match.One one
                ? Stream.of(AuditQuery.ofSubject("user/" + one.user().value().id()))
                : Stream.of();
        return Stream.concat(devices, person)
                .flatMap(query -> log.find(query, Long.MAX_VALUE, MOST).stream())
                .filter(touch -> TOUCHES.contains(touch.kind()))
                .filter(touch -> isReportedFor(touch)
                        || (touch.actorId() != null && !touch.actorId().equals(mine)))
                .sorted(Comparator.comparing(AuditRecord::at).reversed())
                .limit(MOST)
                .toList();
    }

    /** Carried out by the portal, for whoever reported it. */
    private static boolean isReportedFor(AuditRecord touch) {
        return "lock-for-colleague".equals(touch.action());
    }

    private Card card(AuditRecord touch) {
        String by = isReportedFor(touch) ? touch.facts().get("reportedBy") : touch.actor();
        String who = by == null ? getTranslation("employee.touched.somebody") : by;
        var card = new Card(getTranslation("employee.touched." + key(touch), who, action(touch)))
                .quiet(Objects.requireNonNullElse(touch.label(), "") + " · " + TimeText.clockWords(touch.at(), clock));
        String ticket = touch.facts().get("ticket");
        return ticket == null ? card : card.with(new Paragraph(getTranslation("employee.touched.ticket", ticket)));
    }

    private static String key(AuditRecord touch) {
        return switch (touch.kind()) {
            case LOOK -> "look";
            case LOST ->
                isReportedFor(touch) ? "for-you" : "report-lost".equals(touch.action()) ? "lost" : "lost-ended";
            case APPROVAL -> "decided";
            default -> "denied".equals(touch.outcome()) ? "refused" : "asked";
        };
    }

    private String action(AuditRecord touch) {
        for (ActionKind kind : ActionKind.values()) {
            if (kind.key().equals(touch.action())) {
                String name = words.action(kind, getLocale());
                return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            }
        }
        return Objects.requireNonNullElse(touch.action(), "");
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("employee.touched.title"));
    }
}
