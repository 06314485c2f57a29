package se.handtag.ui.directory;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.catalogue.Offer;
import se.handtag.devices.MdmGroup;

/** What IT decides about an app, to be filled in. */
final class OfferForm extends Div {
    private final Checkbox offered = new Checkbox(getTranslation("directory.offer.offered"));
    private final ComboBox<MdmGroup> onlyGroup;
    private final Select<Approval> approval = new Select<>();
    private final Checkbox vpp = new Checkbox(getTranslation("directory.offer.vpp"));
    private final TextArea english;
    private final TextArea swedish;
    private final Offer before;

    OfferForm(Pickers pickers, Offer now) {
        addClassName("form");
        offered.setValue(now.offered());
        onlyGroup = pickers.group(getTranslation("directory.offer.only"), now.onlyGroup());
        onlyGroup.setHelperText(getTranslation("directory.offer.only.help"));
        approval.setLabel(getTranslation("directory.offer.who"));
        approval.setItems(Approval.values());
        approval.setItemLabelGenerator(each -> getTranslation("directory.offer.who." + each.name()));
        approval.setValue(now.approval());
        vpp.setValue(now.vpp());
        english = text("directory.offer.english", now.english());
        swedish = text("directory.offer.swedish", now.swedish());
        add(offered, onlyGroup, approval, vpp, english, swedish);
        before = offer();
    }

    /** Whether somebody has changed anything in it. */
    boolean touched() {
        return !offer().equals(before);
    }

    private TextArea text(String key, @Nullable String value) {
        var field = new TextArea(getTranslation(key));
        field.setMaxLength(Longest.TEXT.characters());
        field.setValue(value == null ? "" : value);
        // Known here while it is being written, not only once the field is left.
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    Offer offer() {
        MdmGroup group = onlyGroup.getValue();
        return new Offer(
                offered.getValue(),
                group == null ? null : group.id(),
                approval.getValue(),
                vpp.getValue(),
                said(english),
                said(swedish));
    }

    private static @Nullable String said(TextArea field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
