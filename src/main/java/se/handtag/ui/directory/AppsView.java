package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.catalogue.Shelf;
import se.handtag.catalogue.ShelfApp;
import se.handtag.identity.Role;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** The apps of the MDM, and which of them people may ask for. */
@Route(value = "directory/apps", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class AppsView extends Page {
    private final Shelf shelf;

    AppsView(Shelf shelf, Readings readings) {
        super("directory.apps", readings);
        this.shelf = shelf;
    }

    @Override
    @Nullable
    Runnable read() {
        List<ShelfApp> apps = shelf.all();
        DataTable<ShelfApp> table = table(apps);
        var search = new SearchField[1];
        search[0] = new SearchField(getTranslation("directory.apps.find"), text -> {
            List<ShelfApp> fitting = apps.stream()
                    .filter(app -> FindTable.joined(app.name(), app.company(), app.packageId())
                            .toLowerCase(Locale.ROOT)
                            .contains(text.toLowerCase(Locale.ROOT)))
                    .toList();
            table.setItems(fitting);
            search[0].found(fitting.size());
        });
        return () -> {
            removeAll();
            add(
                    new PageHeader(title())
                            .quiet(getTranslation("directory.apps.quiet"))
                            .actions(Buttons.primary(
                                    getTranslation("directory.app.add"),
                                    () -> getUI().ifPresent(ui -> ui.navigate(AppFormView.class)))),
                    DirectoryTabs.at(AppsView.class),
                    Rows.line(search[0]),
                    table);
        };
    }

    private DataTable<ShelfApp> table(List<ShelfApp> apps) {
        var table = new DataTable<ShelfApp>(title(), getTranslation("directory.apps.none"));
        table.addComponentColumn(app -> FindTable.link("directory/app/" + app.id(), app.name()))
                .setHeader(getTranslation("directory.column.name"))
                .setFlexGrow(2);
        table.text(getTranslation("directory.field.system"), app -> FindTable.system(app.platform()));
        table.text(getTranslation("directory.field.version"), app -> FindTable.text(app.versionText()));
        table.text(getTranslation("directory.field.company"), app -> FindTable.text(app.company()));
        table.components(getTranslation("directory.offer"), this::offered);
        table.onPhone(
                title(),
                app -> Rows.lines(
                        FindTable.link("directory/app/" + app.id(), app.name()),
                        FindTable.quiet(
                                FindTable.joined(FindTable.system(app.platform()), app.versionText(), app.company())),
                        offered(app)));
        table.setItems(apps);
        return table.whole();
    }

    private Component offered(ShelfApp app) {
        var offer = shelf.offer(app);
        if (!offer.offered()) {
            return Chip.plain(getTranslation("directory.offer.no"));
        }
        return offer.approval() == CatalogueApp.Approval.NONE
                ? Chip.ok(getTranslation("directory.offer.free"))
                : Chip.info(getTranslation("directory.offer.approval"));
    }
}
