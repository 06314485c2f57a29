package se.handtag.ui.directory;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Role;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.Later;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** How the portal and all that it leans on are, in words. Each is really tried when the page is opened. */
@Route(value = "health", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class HealthView extends Page {
    private final Checks checks;
    private final Div answers = new Div();

    HealthView(Checks checks, Readings readings) {
        super("directory.health", readings);
        this.checks = checks;
        answers.addClassName("stack");
        answers.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    @Nullable
    Runnable read() {
        return () -> {
            removeAll();
            add(
                    new PageHeader(title())
                            .quiet(getTranslation("directory.health.quiet"))
                            .actions(Buttons.plain(getTranslation("directory.health.again"), this::look)),
                    OverviewTabs.at(HealthView.class),
                    answers);
            look();
        };
    }

    /** A part that does not answer takes as long as it may; the screen does not wait for it. */
    private void look() {
        answers.removeAll();
        answers.add(Skeleton.lines(4));
        var ui = UI.getCurrent();
        Thread.startVirtualThread(() -> {
            List<Checks.Finding> found = checks.all();
            Later.on(ui, () -> {
                answers.removeAll();
                found.forEach(finding -> answers.add(card(finding)));
            });
        });
    }

    Card card(Checks.Finding finding) {
        String key = "directory.health." + finding.part() + ".";
        return new Card(getTranslation(key + "name"))
                .beside(
                        switch (finding.state()) {
                            case WELL -> Chip.ok(getTranslation("directory.health.well"));
                            case AWAY -> Chip.no(getTranslation("directory.health.away"));
                            case LOST -> Chip.no(getTranslation("directory.health.lost"));
                            case UNKNOWN -> Chip.waiting(getTranslation("directory.health.unknown"));
                            case NONE -> Chip.plain(getTranslation("directory.health.none"));
                        })
                .quiet(getTranslation(key + finding.text(), finding.counts().toArray()))
                .with(finding.detail().isEmpty() ? new Div() : FindTable.quiet(finding.detail()));
    }
}
