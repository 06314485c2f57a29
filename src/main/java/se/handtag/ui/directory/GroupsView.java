package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.Directory;
import se.handtag.devices.GroupTree;
import se.handtag.devices.MdmGroup;
import se.handtag.identity.Role;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.EmptyState;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** The groups of the MDM as a tree, to be unfolded without a script of our own. */
@Route(value = "directory/groups", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class GroupsView extends Page {
    private final Directory directory;
    private final Pickers pickers;
    private final Changes changes;
    private final Div answer = new Div();

    GroupsView(Directory directory, Pickers pickers, Asks asks, Readings readings) {
        super("directory.groups", readings);
        this.directory = directory;
        this.pickers = pickers;
        changes = asks.changes(this::again);
        answer.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    @Nullable
    Runnable read() {
        GroupTree tree = directory.groups();
        return () -> {
            removeAll();
            add(
                    new PageHeader(title())
                            .quiet(getTranslation("directory.groups.quiet"))
                            .actions(Buttons.primary(getTranslation("directory.group.add"), this::addGroup)),
                    DirectoryTabs.at(GroupsView.class),
                    changes,
                    byPath());
            if (tree.roots().isEmpty()) {
                add(new EmptyState(
                        Glyph.GROUPS,
                        getTranslation("directory.groups.none"),
                        getTranslation("directory.groups.none.text")));
            } else {
                add(new Card(getTranslation("directory.groups.tree")).with(branch(tree, tree.roots(), true)));
            }
        };
    }

    private Component branch(GroupTree tree, List<MdmGroup> groups, boolean open) {
        var list = new UnorderedList();
        list.addClassName("tree");
        for (MdmGroup group : groups) {
            var link = FindTable.link("directory/group/" + group.id(), group.name());
            List<MdmGroup> under = tree.under(group.id());
            if (under.isEmpty()) {
                list.add(new ListItem(link));
            } else {
                var count = FindTable.quiet(getTranslation("directory.groups.under", under.size()));
                var unfold = new NativeDetails(
                        Rows.line(new Span(group.name()), count), new Div(link, branch(tree, under, false)));
                link.setText(getTranslation("directory.groups.open", group.name()));
                unfold.setOpen(open);
                list.add(new ListItem(unfold));
            }
        }
        return list;
    }

    private Card byPath() {
        TextField path = Fields.text("path", null);
        path.setPlaceholder(getTranslation("directory.groups.path.example"));
        var button = Buttons.plain(
                getTranslation("directory.groups.go"), () -> go(path.getValue().strip()));
        button.addClickShortcut(Key.ENTER).listenOn(path);
        return new Card(getTranslation("directory.groups.path"))
                .quiet(getTranslation("directory.groups.path.quiet"))
                .with(Fields.form(path), answer)
                .actions(button);
    }

    private void go(String path) {
        answer.removeAll();
        if (path.isEmpty()) {
            return;
        }
        try {
            directory
                    .groupAt(path)
                    .ifPresentOrElse(
                            group -> getUI().ifPresent(ui -> ui.navigate("directory/group/" + group.id())),
                            () -> answer.add(Notice.info(getTranslation("directory.groups.path.none"), "")));
        } catch (MdmException.Ambiguous several) {
            answer.add(Notice.warn(
                    getTranslation("directory.groups.path.several"),
                    getTranslation("directory.groups.path.several.text")));
        } catch (MdmException away) {
            answer.add(Notice.warn(getTranslation("directory.away"), getTranslation("directory.away.text")));
        }
    }

    private void addGroup() {
        var name = Fields.required("name", null);
        var parent = pickers.group(getTranslation("directory.group.under"), null);
        parent.setHelperText(getTranslation("directory.group.under.help"));
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.group.add"),
                                getTranslation("directory.group.add.yes"),
                                false,
                                getTranslation("words.happens.create-group"))
                        .with(Fields.form(name, parent), () -> Fields.filled(name)),
                new Subject.Company(),
                () -> {
                    MdmGroup chosen = parent.getValue();
                    return new Action.CreateGroup(name.getValue().strip(), chosen == null ? null : chosen.id());
                });
    }
}
