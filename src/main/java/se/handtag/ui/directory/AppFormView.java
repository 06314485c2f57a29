package se.handtag.ui.directory;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.Shelf;
import se.handtag.catalogue.ShelfApp;
import se.handtag.identity.Role;
import se.handtag.mdm.AppId;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.Violation;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** An app to add, or a newer version of one: everything is checked as the MDM's API demands before anything is asked for. */
@Route(value = "directory/apps/new", layout = MainLayout.class)
@RouteAlias(value = "directory/apps/update/:id", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class AppFormView extends Page {
    private final Shelf shelf;
    private final Changes changes;
    private final Div problems = new Div();
    private @Nullable AppId id;

    AppFormView(Shelf shelf, Asks asks, Readings readings) {
        super("directory.app.add", readings);
        this.shelf = shelf;
        changes = asks.changes(() -> {});
        problems.getElement().setAttribute("aria-live", "assertive");
    }

    @Override
    boolean enter(BeforeEnterEvent event) {
        id = number(event).map(AppId::new).orElse(null);
        return id != null || event.getRouteParameters().get("id").isEmpty();
    }

    @Override
    @Nullable
    Runnable read() {
        Optional<ShelfApp> before = id == null ? Optional.empty() : shelf.find(id);
        if (id != null && before.isEmpty()) {
            return null;
        }
        var form = new AppForm(before.orElse(null));
        return () -> {
            name(before.map(app -> getTranslation("directory.app.update.title", app.name()))
                    .orElseGet(() -> getTranslation("directory.app.add")));
            removeAll();
            add(
                    new PageHeader(title())
                            .back(getTranslation("directory.apps"), AppsView.class)
                            .quiet(getTranslation("directory.app.add.quiet")),
                    changes,
                    new Card(getTranslation("directory.app.form"))
                            .with(form, problems)
                            .actions(Buttons.primary(getTranslation("directory.app.check"), () -> check(form))));
        };
    }

    private void check(AppForm form) {
        problems.removeAll();
        if (!form.hasNumbers()) {
            return;
        }
        NewApp app = form.app();
        List<Violation> violations = app.violations();
        if (violations.isEmpty()) {
            ask(app);
            return;
        }
        var list = new UnorderedList();
        violations.forEach(each -> list.add(new ListItem(getTranslation("directory.violation." + each.name()))));
        problems.add(Notice.error(getTranslation("directory.app.wrong", violations.size()), "")
                .with(list));
    }

    private void ask(NewApp app) {
        Subject subject = id == null ? new Subject.Company() : new Subject.OfApp(id, String.valueOf(app.name()));
        changes.offer(
                Changes.Offer.of(
                        getTranslation("directory.app.put.title", String.valueOf(app.name())),
                        getTranslation("directory.app.put.yes", String.valueOf(app.name())),
                        false,
                        getTranslation("words.happens.put-app")),
                subject,
                () -> new Action.PutApp(app));
    }
}
