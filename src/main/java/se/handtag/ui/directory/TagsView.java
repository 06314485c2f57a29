package se.handtag.ui.directory;

import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.Directory;
import se.handtag.devices.GroupTree;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.identity.Role;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.DataTable;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** The tags of the MDM. */
@Route(value = "directory/tags", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class TagsView extends Page {
    private final TagLinks links;
    private final Directory directory;
    private final Pickers pickers;
    private final Changes changes;

    TagsView(TagLinks links, Directory directory, Pickers pickers, Asks asks, Readings readings) {
        super("directory.tags", readings);
        this.links = links;
        this.directory = directory;
        this.pickers = pickers;
        changes = asks.changes(this::again);
    }

    @Override
    @Nullable
    Runnable read() {
        List<MdmTag> tags = links.tags();
        GroupTree groups = directory.groups();
        return () -> {
            removeAll();
            add(
                    new PageHeader(title())
                            .quiet(getTranslation("directory.tags.quiet"))
                            .actions(
                                    Buttons.primary(getTranslation("directory.tag.add"), this::addTag),
                                    Buttons.plain(
                                            getTranslation("directory.tag.many"),
                                            () -> getUI().ifPresent(ui -> ui.navigate("many")))),
                    DirectoryTabs.at(TagsView.class),
                    changes,
                    table(tags, groups));
        };
    }

    private DataTable<MdmTag> table(List<MdmTag> tags, GroupTree groups) {
        var table = new DataTable<MdmTag>(title(), getTranslation("directory.tags.none"));
        table.addComponentColumn(tag -> FindTable.link("directory/tag/" + tag.id(), tag.name()))
                .setHeader(getTranslation("directory.column.name"))
                .setFlexGrow(1);
        table.text(getTranslation("directory.field.description"), tag -> FindTable.text(tag.description()))
                .setFlexGrow(2);
        table.text(getTranslation("directory.field.group"), tag -> groups.lineOf(tag.group()));
        table.onPhone(
                title(),
                tag -> Rows.lines(
                        FindTable.link("directory/tag/" + tag.id(), tag.name()),
                        FindTable.quiet(FindTable.text(tag.description())),
                        FindTable.quiet(groups.lineOf(tag.group()))));
        table.setItems(tags);
        return table.whole();
    }

    private void addTag() {
        var form = new TagForm(pickers, null);
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.tag.add"),
                                getTranslation("directory.tag.add.yes"),
                                false,
                                getTranslation("words.happens.create-tag"))
                        .with(form, form::filled),
                new Subject.Company(),
                () -> new Action.CreateTag(form.added()));
    }
}
