package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.DeviceSearch;
import se.handtag.devices.Directory;
import se.handtag.devices.Entry;
import se.handtag.devices.FleetIndex;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.MdmTag;
import se.handtag.identity.Role;
import se.handtag.mdm.UserId;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** Every device of the company, and the five ways in which the MDM finds some of them. */
@Route(value = "directory/devices", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class DevicesView extends Page {
    private final Directory directory;
    private final FleetIndex index;
    private final Pickers pickers;
    private final FindTable found;
    private final Lists lists;
    private final Looks looks;
    private final Matches results;

    DevicesView(
            Directory directory,
            FleetIndex index,
            Pickers pickers,
            FindTable found,
            Lists lists,
            Looks looks,
            Readings readings) {
        super("directory.devices", readings);
        this.directory = directory;
        this.index = index;
        this.pickers = pickers;
        this.found = found;
        this.lists = lists;
        this.looks = looks;
        results = new Matches(readings);
    }

    @Override
    @Nullable
    Runnable read() {
        var search = search();
        return () -> {
            removeAll();
            add(
                    new PageHeader(title()).quiet(getTranslation("directory.devices.quiet")),
                    DirectoryTabs.at(DevicesView.class),
                    search,
                    results);
            all();
        };
    }

    private Card search() {
        TextField serial = Fields.text("serial", null);
        TextField account = Fields.text("account-name", null);
        ComboBox<Entry> owner = pickers.person(getTranslation("directory.field.owner"));
        owner.setRequiredIndicatorVisible(false);
        ComboBox<MdmGroup> group = pickers.group(getTranslation("directory.field.group"), null);
        ComboBox<MdmTag> tag = pickers.tag(getTranslation("directory.field.tag"), null);
        var fields = new Div(serial, account, owner, group, tag);
        fields.addClassName("fields");
        return new Card(getTranslation("directory.devices.find"))
                .quiet(getTranslation("directory.people.find.quiet"))
                .with(fields)
                .actions(
                        Buttons.plain(getTranslation("directory.find.search"), () -> {
                            Entry whose = owner.getValue();
                            MdmGroup inGroup = group.getValue();
                            MdmTag withTag = tag.getValue();
                            find(new DeviceSearch(
                                    Fields.said(serial),
                                    inGroup == null ? null : inGroup.id(),
                                    whose == null ? null : new UserId(Integer.parseInt(whose.id())),
                                    Fields.said(account),
                                    withTag == null ? null : withTag.id()));
                        }),
                        Buttons.quiet(getTranslation("directory.devices.all"), this::all));
    }

    private void all() {
        looks.list("every device");
        results.show(found.of(
                getTranslation("directory.devices"),
                (offset, limit) -> index.find("", Entry.Kind.DEVICE, offset, limit),
                true,
                Entry.Kind.DEVICE));
    }

    private void find(DeviceSearch search) {
        if (search.isEmpty()) {
            all();
            return;
        }
        looks.search(search.words());
        results.search(() -> {
            var all = directory.devices(search);
            return () -> lists.devices(getTranslation("directory.devices.found"), all, null);
        });
    }
}
