package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import se.handtag.Longest;
import se.handtag.devices.Directory;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.devices.UserFile;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserChange;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Skeleton;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.shell.Titled;
import se.handtag.ui.words.Reading;
import se.handtag.ui.words.Readings;

/** What the MDM knows of me, and the part of it that I may correct. */
@Route(value = "details", layout = MainLayout.class)
@PermitAll
class MyDetailsView extends Div implements BeforeEnterObserver, Titled {
    private final transient SignedIn signedIn;
    private final transient MdmUsers users;
    private final transient Directory directory;
    private final transient Requests requests;
    private final transient MyFleet fleet;
    private final transient WithoutDevices without;
    private final transient Reading reading;

    MyDetailsView(
            SignedIn signedIn,
            MdmUsers users,
            Directory directory,
            Requests requests,
            MyFleet fleet,
            WithoutDevices without,
            Readings readings) {
        this.signedIn = signedIn;
        this.users = users;
        this.directory = directory;
        this.requests = requests;
        this.fleet = fleet;
        this.without = without;
        reading = readings.of(this);
        addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(title())
                .back(getTranslation("employee.devices.title"), MyDevicesView.class)
                .quiet(getTranslation("employee.details.quiet")));
        reading.open(() -> Skeleton.cards(2), "employee.reading.details", this::read);
    }

    private Runnable read() {
        if (users.match(signedIn.person()) instanceof Match.One one) {
            MdmUser self = one.user().value();
            Optional<UserFile> file = read(self);
            if (file.isPresent()) {
                return () -> add(known(file.get()), form(self, file.get()));
            }
        }
        var known = fleet.read();
        return () -> without.tell(this, known);
    }

    private Optional<UserFile> read(MdmUser self) {
        try {
            return directory.user(self.id());
        } catch (MdmException away) {
            return Optional.empty();
        }
    }

    private Card known(UserFile mine) {
        var facts = new FactsList().fact(getTranslation("employee.details.name"), mine.name());
        fact(facts, "employee.details.email", mine.email());
        fact(facts, "employee.details.department", mine.department());
        fact(facts, "employee.details.position", mine.position());
        return new Card(getTranslation("employee.details.known"))
                .quiet(getTranslation("employee.details.known.quiet"))
                .with(facts);
    }

    private void fact(FactsList facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.fact(getTranslation(key), value);
        }
    }

    private Card form(MdmUser self, UserFile mine) {
        var phone = field("employee.details.phone", mine.phoneNumber());
        phone.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.TEL);
        var office = field("employee.details.office", mine.office());
        var problems = new Div();
        var save = Buttons.primary(getTranslation("employee.details.save"), () -> {
            problems.removeAll();
            Notice problem =
                    send(self, mine, phone.getValue().strip(), office.getValue().strip());
            if (problem != null) {
                problems.add(problem);
            }
        });
        return new Card(getTranslation("employee.details.change"))
                .quiet(getTranslation("employee.details.change.quiet"))
                .with(Rows.form(phone, office), problems)
                .actions(save);
    }

    private TextField field(String key, @Nullable String value) {
        var field = new TextField(getTranslation(key));
        field.setMaxLength(Longest.LABEL.characters());
        field.setValue(value == null ? "" : value);
        field.setWidthFull();
        return field;
    }

    /** @return what is wrong, null when it was taken */
    private @Nullable Notice send(MdmUser self, UserFile mine, String phone, String office) {
        var change = new UserChange();
        if (!phone.equals(Objects.requireNonNullElse(mine.phoneNumber(), ""))) {
            change = change.phoneNumber(phone);
        }
        if (!office.equals(Objects.requireNonNullElse(mine.office(), ""))) {
            change = change.office(office);
        }
        if (change.equals(new UserChange())) {
            return Notice.info(getTranslation("employee.details.same"), getTranslation("employee.details.same.text"));
        }
        try {
            return Lending.answer(
                    requests.ask(signedIn.actor(), new Subject.OfUser(self), new Action.ChangeUser(change), null));
        } catch (MdmException | NestedRuntimeException away) {
            return Notice.error(getTranslation("employee.asked.failed"), getTranslation("employee.asked.failed.text"));
        }
    }

    @Override
    public String title() {
        return getTranslation("employee.details.title");
    }
}
