package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.Shelf;
import se.handtag.catalogue.ShelfApp;
import se.handtag.devices.Directory;
import se.handtag.devices.Entry;
import se.handtag.devices.FleetIndex;
import se.handtag.devices.GroupTree;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;

/** Fields in which one chooses a group, a tag, a person or a device by typing a part of its name. */
@Component
class Pickers {
    private final Directory directory;
    private final TagLinks tags;
    private final FleetIndex index;
    private final Shelf shelf;
    private final Looks looks;

    Pickers(Directory directory, TagLinks tags, FleetIndex index, Shelf shelf, Looks looks) {
        this.shelf = shelf;
        this.looks = looks;
        this.directory = directory;
        this.tags = tags;
        this.index = index;
    }

    /** @throws se.handtag.mdm.MdmException when the MDM does not tell its groups */
    ComboBox<MdmGroup> group(String label, @Nullable GroupId chosen) {
        GroupTree tree = directory.groups();
        var field = new ComboBox<MdmGroup>(label);
        field.setItems(tree.all());
        field.setItemLabelGenerator(group -> tree.lineOf(group.id()));
        field.setClearButtonVisible(true);
        field.setValue(tree.find(chosen));
        return field;
    }

    /** @throws se.handtag.mdm.MdmException when the MDM does not tell its tags */
    ComboBox<MdmTag> tag(String label, @Nullable TagId chosen) {
        var all = tags.tags();
        var field = new ComboBox<MdmTag>(label);
        field.setItems(all);
        field.setItemLabelGenerator(MdmTag::name);
        field.setClearButtonVisible(true);
        all.stream().filter(tag -> tag.id().equals(chosen)).findFirst().ifPresent(field::setValue);
        return field;
    }

    /** An app, with what its package is called; the MDM installs and removes by that. */
    record Choice(ShelfApp app, String packageId, boolean vpp) {
        Action.InstallApp install() {
            return new Action.InstallApp(app.id(), app.name(), packageId, vpp);
        }

        Action.RemoveApp remove() {
            return new Action.RemoveApp(app.name(), packageId);
        }
    }

    /** @throws se.handtag.mdm.MdmException when the MDM does not tell its apps */
    ComboBox<Choice> app(String label) {
        List<Choice> all = new ArrayList<>();
        for (ShelfApp app : shelf.all()) {
            String packageId = app.packageId();
            if (packageId != null && !packageId.isBlank()) {
                all.add(new Choice(app, packageId, shelf.offer(app).vpp()));
            }
        }
        var field = new ComboBox<Choice>(label);
        field.setItems(all);
        field.setItemLabelGenerator(choice -> FindTable.joined(
                choice.app().name(),
                FindTable.system(choice.app().platform()),
                choice.app().versionText()));
        field.setClearButtonVisible(true);
        return field;
    }

    /** People, as they were when everything was read last: there may be too many to send. */
    ComboBox<Entry> person(String label) {
        var field = new ComboBox<Entry>(label);
        var search = looks.typed("everybody");
        field.setItems(query -> {
            String text = query.getFilter().orElse("");
            search.offering(text);
            return index.find(text, Entry.Kind.PERSON, query.getOffset(), query.getLimit()).stream();
        });
        field.getElement().addPropertyChangeListener("opened", _ -> {
            if (!field.isOpened()) {
                search.over();
            }
        });
        field.setItemLabelGenerator(
                entry -> FindTable.joined(entry.title(), entry.about(), entry.model(), entry.serial()));
        field.setClearButtonVisible(true);
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    /** Whether something is chosen; the field says so when nothing is. */
    static boolean chosen(ComboBox<?> field) {
        boolean empty = field.isEmpty();
        field.setErrorMessage(I18NProvider.translate("directory.choose"));
        field.setInvalid(empty);
        if (empty) {
            field.focus();
        }
        return !empty;
    }
}
