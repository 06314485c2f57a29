package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.handtag.commands.Commands;
import se.handtag.identity.Role;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.LiveUpdates;

/** What is reported lost now, how far its lock has come, what may still happen to it, and ending a report. */
@Route(value = "lost-now", layout = MainLayout.class)
@RolesAllowed({Role.IT_NAME, Role.HELP_DESK_NAME})
class LostNowView extends Div implements Titled {
    private final transient LostReports reports;
    private final transient Commands commands;
    private final transient LostNowCards cards;
    private final Div list = new Div();
    private List<LostNowCards.Lost> shown = List.of();
    private boolean drawn;

    LostNowView(LostReports reports, Commands commands, LostNowCards cards, LiveUpdates updates) {
        this.reports = reports;
        this.commands = commands;
        this.cards = cards;
        addClassName("stack");
        list.addClassName("stack");
        add(new PageHeader(title()).quiet(getTranslation("administration.lost.quiet")), list);
        updates.watch(this, this::refresh);
        refresh();
    }

    private void refresh() {
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

    @Override
    public String title() {
        return Objects.requireNonNull(getTranslation("administration.lost.title"));
    }
}
