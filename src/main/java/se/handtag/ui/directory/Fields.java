package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.ui.kit.Rows;

/** Plain fields of a form. */
final class Fields {
    private Fields() {}

    static TextField text(String key, @Nullable String value) {
        var field = new TextField(I18NProvider.translate("directory.field." + key));
        field.setMaxLength(Longest.NAME.characters());
        field.setWidthFull();
        field.setManualValidation(true);
        field.setValue(value == null ? "" : value);
        return field;
    }

    static TextField required(String key, @Nullable String value) {
        var field = text(key, value);
        field.setRequiredIndicatorVisible(true);
        field.setErrorMessage(I18NProvider.translate("directory.missing"));
        return field;
    }

    /** Whether it is filled; it says so when it is not. */
    static boolean filled(TextField field) {
        boolean empty = field.getValue().isBlank();
        field.setInvalid(empty);
        if (empty) {
            field.focus();
        }
        return !empty;
    }

    /** What stands in it, null when nothing does. */
    static @Nullable String said(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    /** What stands in it when that is another than before, null when it is the same. Emptied is an empty text. */
    static @Nullable String changed(TextField field, @Nullable String before) {
        String now = field.getValue().strip();
        return Objects.equals(now, before == null ? "" : before) ? null : now;
    }

    /** What a field for several things says to screen readers; it has English words of its own. */
    static MultiSelectComboBoxI18n severalChosen() {
        return new MultiSelectComboBoxI18n()
                .setCleared(I18NProvider.translate("directory.several.cleared"))
                .setFocused(I18NProvider.translate("directory.several.focused"))
                .setSelected(I18NProvider.translate("directory.several.selected"))
                .setDeselected(I18NProvider.translate("directory.several.deselected"))
                // The browser puts the figure in.
                .setTotal(I18NProvider.translate("directory.several.total", "{count}"));
    }

    static Div form(com.vaadin.flow.component.Component... fields) {
        return Rows.form(fields);
    }
}
