package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.DeviceSearch;
import se.handtag.devices.Directory;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.GroupTree;
import se.handtag.devices.TagLinks;
import se.handtag.devices.UserFile;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.identity.Stays;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.Opening;
import se.handtag.ui.words.Readings;

/** All that the MDM keeps about one person: to be changed, moved, tagged and deleted. */
@Route(value = "directory/person/:id", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class PersonView extends Page {
    private final Directory directory;
    private final TagLinks links;
    private final TagCards tags;
    private final Pickers pickers;
    private final Lists lists;
    private final Looks looks;
    private final Changes changes;
    private final Stays stays;
    private final SignedIn signedIn;
    private volatile @Nullable Opening<UserId> opening;

    PersonView(
            Directory directory,
            TagLinks links,
            TagCards tags,
            Pickers pickers,
            Lists lists,
            Looks looks,
            Asks asks,
            Stays stays,
            SignedIn signedIn,
            Readings readings) {
        super("directory.person", readings);
        this.directory = directory;
        this.links = links;
        this.tags = tags;
        this.pickers = pickers;
        this.lists = lists;
        this.looks = looks;
        this.stays = stays;
        this.signedIn = signedIn;
        changes = asks.changes(this::again);
    }

    @Override
    boolean enter(BeforeEnterEvent event) {
        opening = number(event).map(UserId::new).map(Opening::new).orElse(null);
        return opening != null;
    }

    @Override
    @Nullable
    Runnable read() {
        var opened = opening;
        Optional<UserFile> found = opened == null ? Optional.empty() : opened.find(directory::user, looks::person);
        if (found.isEmpty()) {
            return null;
        }
        UserFile person = found.get();
        List<FleetDevice> devices = directory.devices(DeviceSearch.of(person.id()));
        var onPerson = links.of(person.id());
        var groups = directory.groups();
        Card tagged = tags.ofPerson(person, onPerson, changes);
        return () -> {
            name(person.name());
            removeAll();
            add(
                    new PageHeader(person.name())
                            .back(getTranslation("directory.people"), PeopleView.class)
                            .quiet(FindTable.joined(person.department(), person.email()))
                            .actions(
                                    Buttons.primary(
                                            getTranslation("directory.person.change"), () -> change(person, devices)),
                                    Buttons.plain(getTranslation("directory.person.out"), () -> signOut(person)),
                                    Buttons.plain(getTranslation("directory.person.delete"), () -> delete(person))),
                    changes,
                    devices(devices),
                    Rows.two(facts(person, groups), tagged));
            Lists.others(person.others()).forEach(this::add);
        };
    }

    private Card devices(List<FleetDevice> devices) {
        return new Card(getTranslation("directory.person.devices"))
                .with(lists.devices(getTranslation("directory.person.devices"), devices, null));
    }

    private Card facts(UserFile person, GroupTree groups) {
        return new Card(getTranslation("directory.facts"))
                .with(new FactsList()
                        .fact(getTranslation("directory.field.email"), person.email())
                        .fact(getTranslation("directory.field.phone"), person.phoneNumber())
                        .fact(getTranslation("directory.field.group"), group(person, groups))
                        .fact(getTranslation("directory.field.company"), person.company())
                        .fact(getTranslation("directory.field.office"), person.office())
                        .fact(getTranslation("directory.field.department"), person.department())
                        .fact(getTranslation("directory.field.position"), person.position())
                        .fact(getTranslation("directory.field.account-group"), person.accountGroup())
                        .fact(getTranslation("directory.field.account-name"), person.accountName())
                        .fact(getTranslation("directory.number"), person.id().toString()));
    }

    private static Component group(UserFile person, GroupTree groups) {
        var path = groups.lineOf(person.group());
        return path.isEmpty() ? new Span("–") : FindTable.link("directory/group/" + person.group(), path);
    }

    private void change(UserFile person, List<FleetDevice> devices) {
        var form = new PersonForm(pickers, person, devices);
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.person.change.title", person.name()),
                                getTranslation("directory.person.change.yes", person.name()),
                                false)
                        .with(form, form::filled),
                new Subject.OfUser(person.brief()),
                () -> new Action.ChangeUser(form.change()));
    }

    /** By the address: whoever has no account at the provider under it is signed in nowhere. */
    private void signOut(UserFile person) {
        Confirmation.ask(getTranslation("directory.person.out.question", person.name()))
                .happens(getTranslation("directory.person.out.happens"))
                .danger(getTranslation("directory.person.out"), _ -> {
                    String email = person.email();
                    boolean known = email != null && stays.signOutPerson(signedIn.actor(), email);
                    Toast.done(getTranslation(
                            known ? "directory.person.out.done" : "directory.person.out.nowhere", person.name()));
                })
                .open();
    }

    private void delete(UserFile person) {
        changes.offer(
                Changes.Offer.of(
                        getTranslation("directory.person.delete.title", person.name()),
                        getTranslation("directory.person.delete.yes", person.name()),
                        true,
                        getTranslation("words.happens.delete-user")),
                new Subject.OfUser(person.brief()),
                Action.DeleteUser::new);
    }
}
