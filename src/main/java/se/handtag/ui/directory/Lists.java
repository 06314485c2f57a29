package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.UserFile;
import se.handtag.mdm.DeviceId;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.LostMarks;

/** Tables of people and of devices, each leading to its page. */
@org.springframework.stereotype.Component
class Lists {
    private static final int FITS = 12;
    private final LostMarks marks;
    private final Clock clock;

    Lists(LostMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** @param extra one thing more at the end of a row, such as a button; null for none */
    DataTable<UserFile> people(String name, List<UserFile> people, @Nullable Function<UserFile, Component> extra) {
        var table = new DataTable<UserFile>(name, I18NProvider.translate("directory.nobody"));
        table.addComponentColumn(person -> link(person)).setHeader(t("name")).setFlexGrow(2);
        table.text(t("email"), person -> FindTable.text(person.email())).setFlexGrow(2);
        table.text(t("department"), person -> FindTable.text(person.department()));
        table.text(t("phone"), person -> FindTable.text(person.phoneNumber()));
        if (extra != null) {
            table.components(t("do"), extra::apply);
        }
        table.onPhone(
                name,
                person -> Rows.lines(
                        link(person),
                        FindTable.quiet(FindTable.joined(person.department(), person.email())),
                        extra == null ? new Paragraph() : extra.apply(person)));
        return sized(table, people);
    }

    private static Component link(UserFile person) {
        return FindTable.link("directory/person/" + person.id(), person.name());
    }

    DataTable<FleetDevice> devices(
            String name, List<FleetDevice> devices, @Nullable Function<FleetDevice, Component> extra) {
        var table = new DataTable<FleetDevice>(name, I18NProvider.translate("directory.no-devices"));
        Set<DeviceId> lost = marks.now();
        table.addComponentColumn(device -> link(device, lost))
                .setHeader(t("name"))
                .setFlexGrow(2);
        table.text(t("model"), device -> FindTable.joined(device.model(), system(device)))
                .setFlexGrow(2);
        table.text(t("serial"), device -> FindTable.text(device.serialNumber()));
        table.text(t("contact"), this::contact);
        if (extra != null) {
            table.components(t("do"), extra::apply);
        }
        table.onPhone(
                name,
                device -> Rows.lines(
                        link(device, lost),
                        FindTable.quiet(FindTable.joined(device.model(), device.serialNumber())),
                        FindTable.quiet(FindTable.joined(system(device), contact(device))),
                        extra == null ? new Paragraph() : extra.apply(device)));
        return sized(table, devices);
    }

    private static Component link(FleetDevice device, Set<DeviceId> lost) {
        return LostMarks.beside(
                FindTable.link("directory/device/" + device.id(), device.title()), lost.contains(device.id()));
    }

    private static String system(FleetDevice device) {
        return (FindTable.system(device.platform()) + " " + FindTable.text(device.osVersion())).strip();
    }

    private String contact(FleetDevice device) {
        var contact = device.lastContact();
        return contact == null ? "" : TimeText.relativeWords(contact, clock);
    }

    private static <T> DataTable<T> sized(DataTable<T> table, List<T> rows) {
        table.setItems(rows);
        if (rows.size() <= FITS) {
            return table.whole();
        }
        table.addClassName("long");
        return table;
    }

    /** What the MDM says beyond the contract, by the names it used; nothing when it says no more. */
    static List<Card> others(Map<String, String> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        var facts = new FactsList();
        new TreeMap<>(others).forEach(facts::fact);
        return List.of(new Card(I18NProvider.translate("directory.others"))
                .quiet(I18NProvider.translate("directory.others.quiet"))
                .with(facts));
    }

    private static String t(String key) {
        return I18NProvider.translate("directory.column." + key);
    }
}
