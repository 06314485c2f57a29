package se.handtag.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.handtag.commands.Commands;
import se.handtag.identity.Role;
import se.handtag.recovery.ColleagueReport;
import se.handtag.recovery.ColleagueReports;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.LooksAtOthers;

/** What is reported lost now, how far its lock has come, what may still happen to it, and ending a report. */
@Route(value = "lost-now", layout = MainLayout.class)
@RolesAllowed({Role.IT_NAME, Role.HELP_DESK_NAME})
class LostNowView extends Div implements Titled {
    private static final Duration SHOWN = Duration.ofDays(7);

    private final transient LostReports reports;
    private final transient Commands commands;
    private final transient LostNowCards cards;
    private final transient ColleagueReports colleagues;
    private final transient Clock clock;
    private final Div list = new Div();
    private final Div reported = new Div();
    private List<LostNowCards.Lost> shown = List.of();
    private boolean drawn;

    LostNowView(
            LostReports reports,
            ColleagueReports colleagues,
            Commands commands,
            LostNowCards cards,
            LooksAtOthers looks,
            LiveUpdates updates,
            Clock clock) {
        this.reports = reports;
        this.colleagues = colleagues;
        this.clock = clock;
        this.commands = commands;
        this.cards = cards;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("administration.lost.quiet")), list, reported);
        updates.watch(this, this::refresh);
        looks.recordList("lost");
        refresh();
    }

    private void refresh() {
        forColleagues();
        List<LostNowCards.Lost> now = new ArrayList<>();
        for (LostReport report : reports.open()) {
            now.add(new LostNowCards.Lost(
                    report,
                    Optional.ofNullable(report.lock()).flatMap(commands::find).orElse(null),
                    Optional.ofNullable(report.message())
                            .flatMap(commands::find)
                            .orElse(null),
                    reports.mayStillHappen(report.device())));
        }
        if (drawn && now.equals(shown)) {
            return;
        }
        drawn = true;
        shown = now;
        list.removeAll();
        now.forEach(lost -> list.add(cards.card(lost, this::refresh)));
        if (now.isEmpty()) {
            list.add(new EmptyState(
                    Glyph.CHECK,
                    getTranslation("administration.lost.empty"),
                    getTranslation("administration.lost.empty.text")));
        }
        Frames.refresh(this);
    }

    /** What was reported for those who cannot sign in, with what came of it: the reporter is told nothing, so IT is. */
    private void forColleagues() {
        reported.removeAll();
        var since = colleagues.since(clock.instant().minus(SHOWN));
        if (since.isEmpty()) {
            return;
        }
        var lines = since.stream()
                .map(report -> Rows.lines(
                        new Paragraph(getTranslation("lost.now.colleague", report.by(), report.whom())),
                        new Paragraph(new Span(outcome(report) + " "), TimeText.both(report.at(), clock))))
                .toArray(Component[]::new);
        reported.add(new Card(getTranslation("lost.now.colleagues")).with(Rows.stack(lines)));
    }

    private String outcome(ColleagueReport report) {
        if (report.doneAt() == null) {
            return getTranslation("lost.now.colleague.waits");
        }
        return report.owner() == null
                ? getTranslation("lost.now.colleague.nobody")
                : getTranslation("lost.now.colleague.locks", report.owner(), report.locks());
    }

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("administration.lost.title"));
    }
}
