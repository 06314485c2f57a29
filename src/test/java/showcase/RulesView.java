package showcase;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.kit.SerialEnding;
import se.handtag.ui.shell.MainLayout;

/** A table. */
@Route(value = "rules", layout = MainLayout.class)
@AnonymousAllowed
class RulesView extends Page {
    record Device(String name, String model, String serial, String person, int apps, boolean seen) {}

    RulesView() {
        super("rules");
        var all = List.of(
                new Device("Annas iPhone", "iPhone 16", "F2LXK7QX", "Anna Åkesson", 12, true),
                new Device("Fältplatta 12", "Galaxy Tab Active5", "R92W02PM", "Anna Åkesson", 7, false),
                new Device("MacBook Air", "MacBook Air M3", "C02X9LD2", "Anna Åkesson", 31, true),
                new Device("Truck 4", "Galaxy XCover7", "R5CT77AB", "Bo Lind", 5, true),
                new Device("Mötesrum Älgen", "Apple TV 4K", "H7DK11PX", "Eva Norén", 2, true));
        var table = new DataTable<Device>(t("rules"), t("table.empty"));
        table.text(t("table.name"), Device::name).setSortable(true);
        table.text(t("facts.model"), Device::model);
        table.text(t("table.person"), Device::person);
        table.number(t("apps"), Device::apps);
        table.components(
                t("table.state"), device -> device.seen() ? Chip.ok(t("table.seen")) : Chip.waiting(t("unseen")));
        table.onPhone(t("rules"), device -> {
            var name = new Span(device.name());
            name.addClassName("strong");
            var model = new Span(device.model() + " · " + SerialEnding.of(device.serial()));
            model.addClassName("quiet");
            return Rows.lines(name, model, device.seen() ? Chip.ok(t("table.seen")) : Chip.waiting(t("unseen")));
        });
        table.whole().setItems(all);
        var search = new SearchField(t("table.find"), text -> {});
        add(new PageHeader(t("rules")), search, table);
    }
}
