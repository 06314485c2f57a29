package se.handtag.ui.directory;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.DeviceSearch;
import se.handtag.devices.Directory;
import se.handtag.devices.GroupTree;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.UserSearch;
import se.handtag.identity.Role;
import se.handtag.mdm.GroupId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** One group: what is in it, and how to rename, extend or delete it. */
@Route(value = "directory/group/:id", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class GroupView extends Page {
    private final Directory directory;
    private final Lists lists;
    private final Looks looks;
    private final Changes changes;
    private @Nullable GroupId id;

    GroupView(Directory directory, Lists lists, Looks looks, Asks asks, Readings readings) {
        super("directory.group", readings);
        this.directory = directory;
        this.lists = lists;
        this.looks = looks;
        changes = asks.changes(this::again);
    }

    @Override
    boolean enter(BeforeEnterEvent event) {
        id = number(event).map(GroupId::new).orElse(null);
        return id != null;
    }

    @Override
    @Nullable
    Runnable read() {
        Optional<MdmGroup> found = id == null ? Optional.empty() : directory.group(id);
        if (found.isEmpty()) {
            return null;
        }
        MdmGroup group = found.get();
        GroupTree tree = directory.groups();
        looks.list("group " + group.id());
        var people = directory.users(UserSearch.inGroup(group.id()));
        var devices = directory.devices(DeviceSearch.inGroup(group.id()));
        return () -> {
            name(group.name());
            removeAll();
            add(
                    new PageHeader(group.name())
                            .back(getTranslation("directory.groups"), GroupsView.class)
                            .quiet(tree.lineOf(group.id()))
                            .actions(
                                    Buttons.primary(getTranslation("directory.group.rename"), () -> rename(group)),
                                    Buttons.plain(getTranslation("directory.group.add-below"), () -> addBelow(group)),
                                    Buttons.plain(getTranslation("directory.group.delete"), () -> delete(group))),
                    changes,
                    below(tree, group),
                    new Card(getTranslation("directory.people") + " (" + people.size() + ")")
                            .with(lists.people(getTranslation("directory.people"), people, null)),
                    new Card(getTranslation("directory.devices") + " (" + devices.size() + ")")
                            .with(lists.devices(getTranslation("directory.devices"), devices, null)));
        };
    }

    private Card below(GroupTree tree, MdmGroup group) {
        var card = new Card(getTranslation("directory.group.below"));
        var under = tree.under(group.id());
        if (under.isEmpty()) {
            return card.with(new Paragraph(getTranslation("directory.group.below.none")));
        }
        var list = new UnorderedList();
        list.addClassName("tree");
        under.forEach(each -> list.add(new ListItem(FindTable.link("directory/group/" + each.id(), each.name()))));
        return card.with(list);
    }

    private void rename(MdmGroup group) {
        var name = Fields.required("name", group.name());
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.group.rename.title", group.name()),
                                getTranslation("directory.group.rename.yes"),
                                false,
                                getTranslation("words.happens.rename-group"))
                        .with(Fields.form(name), () -> Fields.filled(name)),
                new Subject.OfGroup(group.id(), group.name()),
                () -> new Action.RenameGroup(name.getValue().strip()));
    }

    private void addBelow(MdmGroup group) {
        var name = Fields.required("name", null);
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.group.add-below.title", group.name()),
                                getTranslation("directory.group.add.yes"),
                                false,
                                getTranslation("words.happens.create-group"))
                        .with(Fields.form(name), () -> Fields.filled(name)),
                new Subject.Company(),
                () -> new Action.CreateGroup(name.getValue().strip(), group.id()));
    }

    private void delete(MdmGroup group) {
        changes.offer(
                Changes.Offer.of(
                        getTranslation("directory.group.delete.title", group.name()),
                        getTranslation("directory.group.delete.yes", group.name()),
                        true,
                        getTranslation("words.happens.delete-group")),
                new Subject.OfGroup(group.id(), group.name()),
                Action.DeleteGroup::new);
    }
}
