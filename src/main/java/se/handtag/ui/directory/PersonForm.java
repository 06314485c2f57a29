package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.UserFile;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.UserChange;
import se.handtag.ui.kit.Notice;

/** What the MDM keeps about a person, to be filled in. Choosing another group says first what will be configured again. */
final class PersonForm extends Div {
    private static final int NAMED = 5;

    private final @Nullable UserFile before;
    private final List<FleetDevice> devices;
    private final TextField name;
    private final TextField email;
    private final TextField phone;
    private final TextField company;
    private final TextField office;
    private final TextField department;
    private final TextField position;
    private final TextField accountGroup = Fields.text("account-group", null);
    private final TextField accountName = Fields.text("account-name", null);
    private final ComboBox<MdmGroup> group;
    private final Div move = new Div();

    /** A person to add. */
    PersonForm(Pickers pickers) {
        this(pickers, null, List.of());
    }

    /** @param devices the person's, which move along to another group */
    PersonForm(Pickers pickers, @Nullable UserFile before, List<FleetDevice> devices) {
        this.before = before;
        this.devices = devices;
        name = Fields.required("name", before == null ? null : before.name());
        email = Fields.text("email", before == null ? null : before.email());
        phone = Fields.text("phone", before == null ? null : before.phoneNumber());
        company = Fields.text("company", before == null ? null : before.company());
        office = Fields.text("office", before == null ? null : before.office());
        department = Fields.text("department", before == null ? null : before.department());
        position = Fields.text("position", before == null ? null : before.position());
        group = pickers.group(getTranslation("directory.field.group"), before == null ? null : before.group());
        group.setClearButtonVisible(before == null);
        group.addValueChangeListener(_ -> sayMove());
        move.getElement().setAttribute("aria-live", "polite");
        addClassName("form");
        add(name, email, phone, group, move, company, office, department, position);
        if (before == null) {
            add(accountGroup, accountName);
        }
    }

    boolean filled() {
        return Fields.filled(name);
    }

    private boolean moves() {
        MdmGroup now = group.getValue();
        return before != null && now != null && !now.id().equals(before.group());
    }

    private void sayMove() {
        move.removeAll();
        if (!moves()) {
            return;
        }
        var text = devices.isEmpty()
                ? getTranslation("directory.move.none")
                : getTranslation(
                        "directory.move.devices",
                        devices.size(),
                        String.join(
                                        ", ",
                                        devices.stream()
                                                .limit(NAMED)
                                                .map(FleetDevice::label)
                                                .toList())
                                + (devices.size() > NAMED ? " …" : ""));
        move.add(Notice.warn(getTranslation("directory.move"), text));
    }

    /** Only what differs from before. */
    UserChange change() {
        var was = Objects.requireNonNull(before);
        MdmGroup chosen = group.getValue();
        return new UserChange(
                Fields.changed(name, was.name()),
                Fields.changed(email, was.email()),
                Fields.changed(phone, was.phoneNumber()),
                moves() && chosen != null ? chosen.id() : null,
                Fields.changed(company, was.company()),
                Fields.changed(office, was.office()),
                Fields.changed(department, was.department()),
                Fields.changed(position, was.position()));
    }

    NewUser added() {
        MdmGroup chosen = group.getValue();
        GroupId id = chosen == null ? null : chosen.id();
        return new NewUser(
                name.getValue().strip(),
                Fields.said(email),
                Fields.said(phone),
                Fields.said(accountGroup),
                Fields.said(accountName),
                id,
                Fields.said(company),
                Fields.said(office),
                Fields.said(department),
                Fields.said(position));
    }
}
