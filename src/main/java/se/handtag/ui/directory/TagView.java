package se.handtag.ui.directory;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.DeviceSearch;
import se.handtag.devices.Directory;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmTag;
import se.handtag.devices.TagLinks;
import se.handtag.devices.UserFile;
import se.handtag.devices.UserSearch;
import se.handtag.identity.Role;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** One tag: what it is put on, and how to change or delete it. */
@Route(value = "directory/tag/:id", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class TagView extends Page {
    private final TagLinks links;
    private final Directory directory;
    private final Pickers pickers;
    private final Lists lists;
    private final Looks looks;
    private final Changes changes;
    private @Nullable TagId id;

    TagView(
            TagLinks links,
            Directory directory,
            Pickers pickers,
            Lists lists,
            Looks looks,
            Asks asks,
            Readings readings) {
        super("directory.tag", readings);
        this.links = links;
        this.directory = directory;
        this.pickers = pickers;
        this.lists = lists;
        this.looks = looks;
        changes = asks.changes(this::again);
    }

    @Override
    boolean enter(BeforeEnterEvent event) {
        id = number(event).map(TagId::new).orElse(null);
        return id != null;
    }

    @Override
    @Nullable
    Runnable read() {
        Optional<MdmTag> found = id == null ? Optional.empty() : links.tag(id);
        if (found.isEmpty()) {
            return null;
        }
        MdmTag tag = found.get();
        looks.list("tag " + tag.id());
        var people = directory.users(UserSearch.withTag(tag.id()));
        var devices = directory.devices(DeviceSearch.withTag(tag.id()));
        String group = directory.groups().lineOf(tag.group());
        return () -> {
            name(tag.name());
            removeAll();
            add(
                    new PageHeader(tag.name())
                            .back(getTranslation("directory.tags"), TagsView.class)
                            .quiet(FindTable.text(tag.description()))
                            .actions(
                                    Buttons.primary(
                                            getTranslation("directory.tag.many.this"),
                                            () -> getUI().ifPresent(ui -> ui.navigate("many"))),
                                    Buttons.plain(getTranslation("directory.tag.change"), () -> change(tag)),
                                    Buttons.plain(getTranslation("directory.tag.delete"), () -> delete(tag))),
                    changes,
                    new Card(getTranslation("directory.facts"))
                            .with(new FactsList()
                                    .fact(getTranslation("directory.field.group"), group)
                                    .fact(
                                            getTranslation("directory.number"),
                                            tag.id().toString())),
                    people(tag, people),
                    devices(tag, devices));
        };
    }

    private Card people(MdmTag tag, List<UserFile> people) {
        return new Card(getTranslation("directory.tag.people", people.size()))
                .quiet(getTranslation("directory.tag.people.quiet"))
                .with(lists.people(
                        getTranslation("directory.people"),
                        people,
                        person -> take(
                                tag,
                                person.name(),
                                new Subject.OfUser(person.brief()),
                                new Action.TakeUserTag(tag.id(), tag.name()))));
    }

    private Card devices(MdmTag tag, List<FleetDevice> devices) {
        return new Card(getTranslation("directory.tag.devices", devices.size()))
                .with(lists.devices(
                        getTranslation("directory.devices"),
                        devices,
                        device -> take(
                                tag,
                                device.label(),
                                new Subject.OfDevice(device),
                                new Action.TakeTag(tag.id(), tag.name()))));
    }

    private Button take(MdmTag tag, String whom, Subject subject, Action action) {
        var button = Buttons.quiet(
                getTranslation("directory.tag.take"),
                () -> changes.offer(
                        Changes.Offer.of(
                                getTranslation("directory.tag.take.title", tag.name(), whom),
                                getTranslation("directory.tag.take.yes", tag.name()),
                                true,
                                getTranslation("words.happens." + action.kind().key())),
                        subject,
                        () -> action));
        button.setAriaLabel(getTranslation("directory.tag.take.from", whom));
        return button;
    }

    private void change(MdmTag tag) {
        var form = new TagForm(pickers, tag);
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.tag.change.title", tag.name()),
                                getTranslation("directory.tag.change.yes"),
                                false,
                                getTranslation("words.happens.change-tag"))
                        .with(form, form::filled),
                new Subject.OfTag(tag.id(), tag.name()),
                () -> new Action.ChangeTag(form.change()));
    }

    private void delete(MdmTag tag) {
        changes.offer(
                Changes.Offer.of(
                        getTranslation("directory.tag.delete.title", tag.name()),
                        getTranslation("directory.tag.delete.yes", tag.name()),
                        true,
                        getTranslation("words.happens.delete-tag")),
                new Subject.OfTag(tag.id(), tag.name()),
                Action.DeleteTag::new);
    }
}
