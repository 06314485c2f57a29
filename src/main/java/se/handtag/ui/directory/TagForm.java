package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.MdmTag;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.TagChange;

/** What the MDM keeps about a tag, to be filled in. */
final class TagForm extends Div {
    private final @Nullable MdmTag before;
    private final TextField name;
    private final TextField description;
    private final ComboBox<MdmGroup> group;

    TagForm(Pickers pickers, @Nullable MdmTag before) {
        this.before = before;
        name = Fields.required("name", before == null ? null : before.name());
        description = Fields.text("description", before == null ? null : before.description());
        group = pickers.group(getTranslation("directory.field.group"), before == null ? null : before.group());
        group.setClearButtonVisible(before == null);
        addClassName("form");
        add(name, description, group);
    }

    boolean filled() {
        return Fields.filled(name);
    }

    NewTag added() {
        MdmGroup chosen = group.getValue();
        return new NewTag(name.getValue().strip(), Fields.said(description), chosen == null ? null : chosen.id());
    }

    /** Only what differs from before. */
    TagChange change() {
        MdmGroup chosen = group.getValue();
        boolean moves = before != null && chosen != null && !chosen.id().equals(before.group());
        return new TagChange(
                Fields.changed(name, before == null ? null : before.name()),
                Fields.changed(description, before == null ? null : before.description()),
                moves ? chosen.id() : null);
    }
}
