package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.Directory;
import se.handtag.devices.Entry;
import se.handtag.devices.FleetIndex;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.MdmTag;
import se.handtag.devices.UserSearch;
import se.handtag.identity.Role;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Readings;

/** Everybody whom the MDM knows, and the five ways in which it finds some of them. */
@Route(value = "directory", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class PeopleView extends Page {
    private final Directory directory;
    private final FleetIndex index;
    private final Pickers pickers;
    private final FindTable found;
    private final Lists lists;
    private final Looks looks;
    private final Changes changes;
    private final Matches results;

    PeopleView(
            Directory directory,
            FleetIndex index,
            Pickers pickers,
            FindTable found,
            Lists lists,
            Looks looks,
            Asks asks,
            Readings readings) {
        super("directory.people", readings);
        this.directory = directory;
        this.index = index;
        this.pickers = pickers;
        this.found = found;
        this.lists = lists;
        this.looks = looks;
        changes = asks.changes(() -> {});
        results = new Matches(readings);
    }

    @Override
    @Nullable
    Runnable read() {
        var search = search();
        return () -> {
            removeAll();
            add(
                    new PageHeader(title())
                            .quiet(getTranslation("directory.people.quiet"))
                            .actions(Buttons.primary(getTranslation("directory.person.add"), this::addPerson)),
                    DirectoryTabs.at(PeopleView.class),
                    changes,
                    search,
                    results);
            everybody();
        };
    }

    private Card search() {
        TextField email = Fields.text("email", null);
        TextField phone = Fields.text("phone", null);
        TextField account = Fields.text("account-name", null);
        ComboBox<MdmGroup> group = pickers.group(getTranslation("directory.field.group"), null);
        ComboBox<MdmTag> tag = pickers.tag(getTranslation("directory.field.tag"), null);
        var fields = new Div(email, phone, account, group, tag);
        fields.addClassName("fields");
        return new Card(getTranslation("directory.people.find"))
                .quiet(getTranslation("directory.people.find.quiet"))
                .with(fields)
                .actions(
                        Buttons.plain(getTranslation("directory.find.search"), () -> {
                            MdmGroup inGroup = group.getValue();
                            MdmTag withTag = tag.getValue();
                            find(new UserSearch(
                                    Fields.said(email),
                                    Fields.said(phone),
                                    Fields.said(account),
                                    inGroup == null ? null : inGroup.id(),
                                    withTag == null ? null : withTag.id()));
                        }),
                        Buttons.quiet(getTranslation("directory.people.all"), this::everybody));
    }

    private void everybody() {
        looks.list("everybody");
        results.show(found.of(
                getTranslation("directory.people"),
                (offset, limit) -> index.find("", Entry.Kind.PERSON, offset, limit),
                true,
                Entry.Kind.PERSON));
    }

    private void find(UserSearch search) {
        if (search.isEmpty()) {
            everybody();
            return;
        }
        looks.search(search.words());
        results.search(() -> {
            var all = directory.users(search);
            return () -> lists.people(getTranslation("directory.people.found"), all, null);
        });
    }

    private void addPerson() {
        var form = new PersonForm(pickers);
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.person.add"),
                                getTranslation("directory.person.add.yes"),
                                false,
                                getTranslation("words.happens.create-user"))
                        .with(form, form::filled),
                new Subject.Company(),
                () -> new Action.CreateUser(form.added()));
    }
}
