package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Ladder;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.RequestSteps;
import se.handtag.ui.words.StateChip;
import se.handtag.ui.words.Words;

/** What is reported lost now, how far its lock has come, and lifting a report. */
@Route(value = "lost-now", layout = MainLayout.class)
@RolesAllowed({Role.IT_NAME, Role.HELP_DESK_NAME})
class LostNowView extends Div implements Titled {
    private final LostReports reports;
    private final Commands commands;
    private final SignedIn signedIn;
    private final Words words;
    private final Clock clock;
    private final Div list = new Div();
    private List<Lost> shown = List.of();
    private boolean drawn;

    private record Lost(LostReport report, @Nullable Command lock) {}

    LostNowView(
            LostReports reports, Commands commands, SignedIn signedIn, Words words, Clock clock, LiveUpdates updates) {
        this.reports = reports;
        this.commands = commands;
        this.signedIn = signedIn;
        this.words = words;
        this.clock = clock;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("administration.lost.quiet")), list);
        refresh();
        updates.watch(this, this::refresh);
    }

    private void refresh() {
        List<Lost> now = new ArrayList<>();
        for (var report : reports.open()) {
            now.add(new Lost(
                    report,
                    Optional.ofNullable(report.lock()).flatMap(commands::find).orElse(null)));
        }
        if (drawn && now.equals(shown)) {
            return;
        }
        drawn = true;
        shown = now;
        list.removeAll();
        now.forEach(lost -> list.add(card(lost)));
        if (now.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("administration.lost.empty"),
                    getTranslation("administration.lost.empty.text")));
        }
        Frames.refresh(this);
    }

    private Card card(Lost lost) {
        var report = lost.report();
        var page = new Anchor("device/" + report.device(), getTranslation("administration.device-page"));
        page.addClassName("button");
        page.getElement().setAttribute("router-link", "");
        var card = new Card(report.deviceLabel())
                .quiet(getTranslation(
                        "administration.lost.reported",
                        report.reportedBy(),
                        TimeText.clockWords(report.reportedAt(), clock),
                        TimeText.relativeWords(report.reportedAt(), clock)))
                .beside(chip(lost));
        if (lost.lock() != null) {
            card.with(new Ladder(
                    getTranslation("administration.lost.lock"),
                    RequestSteps.of(lost.lock(), words, getLocale(), clock)));
        } else {
            card.with(Notice.warn(
                    getTranslation("administration.lost.no-lock"), getTranslation("administration.lost.no-lock.text")));
        }
        if (report.by().equals(signedIn.person().id())) {
            return card.with(Notice.info(getTranslation("administration.lost.own"), ""))
                    .actions(page);
        }
        return card.actions(Buttons.primary(getTranslation("administration.lost.found"), () -> ask(report)), page);
    }

    private Chip chip(Lost lost) {
        return Optional.ofNullable(lost.lock())
                .map(lock -> StateChip.of(lock.state(), words, getLocale()))
                .orElseGet(() -> Chip.no(getTranslation("administration.lost.not-locked")));
    }

    private void ask(LostReport report) {
        Confirmation.ask(getTranslation("administration.lost.question", report.deviceLabel()))
                .happens(getTranslation("administration.lost.happens", report.reportedBy()))
                .happens(getTranslation("administration.lost.make-sure"))
                .primary(getTranslation("administration.lost.yes", report.deviceLabel()), _ -> lift(report))
                .open();
    }

    private void lift(LostReport report) {
        if (reports.found(signedIn.actor(), report.device())) {
            Toast.done(getTranslation("administration.lost.lifted", report.deviceLabel()));
        } else {
            Toast.problem(getTranslation("administration.lost.lifted-before", report.deviceLabel()));
        }
        refresh();
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("administration.lost.title"));
    }
}
