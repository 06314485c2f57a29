package se.handtag.ui.directory;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import se.handtag.Longest;
import se.handtag.devices.MdmGroup;
import se.handtag.devices.MdmTag;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;

/** What is to be done, and to whom, to be filled in. */
final class ManyForm extends Div {
    private static final int LONGEST_LIST = 200_000;
    private static final List<ActionKind> KINDS = List.of(
            ActionKind.PUT_TAG,
            ActionKind.TAKE_TAG,
            ActionKind.PUT_USER_TAG,
            ActionKind.TAKE_USER_TAG,
            ActionKind.REFRESH,
            ActionKind.INSTALL_APP,
            ActionKind.REMOVE_APP,
            ActionKind.LOCK,
            ActionKind.MESSAGE,
            ActionKind.CLEAR_PASSCODE);

    private enum By {
        TAG,
        GROUP,
        LIST
    }

    private final Selection selection;
    private final Select<ActionKind> kind = new Select<>();
    private final ComboBox<MdmTag> tag;
    private final ComboBox<Pickers.Choice> app;
    private final TextArea message = new TextArea(getTranslation("directory.many.message"));
    private final Select<By> by = new Select<>();
    private final ComboBox<MdmTag> withTag;
    private final ComboBox<MdmGroup> inGroup;
    private final TextArea list = new TextArea(getTranslation("directory.many.list"));

    ManyForm(Pickers pickers, Selection selection) {
        this.selection = selection;
        addClassName("form");
        tag = pickers.tag(getTranslation("directory.field.tag"), null);
        app = pickers.app(getTranslation("directory.many.app"));
        withTag = pickers.tag(getTranslation("directory.many.with-tag"), null);
        inGroup = pickers.group(getTranslation("directory.many.in-group"), null);
        kind.setLabel(getTranslation("directory.many.what"));
        kind.setItems(KINDS);
        kind.setItemLabelGenerator(each -> getTranslation("directory.many.kind." + each.key()));
        kind.setValue(ActionKind.PUT_TAG);
        kind.addValueChangeListener(_ -> fit());
        by.setLabel(getTranslation("directory.many.by"));
        by.setItems(By.values());
        by.setItemLabelGenerator(each -> getTranslation("directory.many.by." + each));
        by.setValue(By.GROUP);
        by.addValueChangeListener(_ -> fit());
        message.setMaxLength(Longest.MESSAGE.characters());
        message.setManualValidation(true);
        message.setErrorMessage(getTranslation("directory.missing"));
        list.setMaxLength(LONGEST_LIST);
        list.setManualValidation(true);
        list.setErrorMessage(getTranslation("directory.missing"));
        add(kind, tag, app, message, by, withTag, inGroup, list);
        fit();
    }

    private void fit() {
        tag.setVisible(isTag());
        app.setVisible(isApp());
        message.setVisible(kind.getValue() == ActionKind.MESSAGE);
        withTag.setVisible(by.getValue() == By.TAG);
        inGroup.setVisible(by.getValue() == By.GROUP);
        list.setVisible(by.getValue() == By.LIST);
        list.setHelperText(getTranslation(people() ? "directory.many.list.people" : "directory.many.list.devices"));
    }

    private boolean people() {
        return kind.getValue() == ActionKind.PUT_USER_TAG || kind.getValue() == ActionKind.TAKE_USER_TAG;
    }

    private boolean isTag() {
        return people() || kind.getValue() == ActionKind.PUT_TAG || kind.getValue() == ActionKind.TAKE_TAG;
    }

    private boolean isApp() {
        return kind.getValue() == ActionKind.INSTALL_APP || kind.getValue() == ActionKind.REMOVE_APP;
    }

    boolean filled() {
        boolean what = (!isTag() || Pickers.chosen(tag))
                && (!isApp() || Pickers.chosen(app))
                && (kind.getValue() != ActionKind.MESSAGE || has(message));
        return what
                && switch (by.getValue()) {
                    case TAG -> Pickers.chosen(withTag);
                    case GROUP -> Pickers.chosen(inGroup);
                    case LIST -> has(list);
                };
    }

    private static boolean has(TextArea field) {
        field.setInvalid(field.getValue().isBlank());
        return !field.isInvalid();
    }

    Action action() {
        TagId id = tag.isEmpty() ? new TagId(0) : tag.getValue().id();
        String name = tag.isEmpty() ? "" : tag.getValue().name();
        return switch (kind.getValue()) {
            case PUT_TAG -> new Action.PutTag(id, name);
            case TAKE_TAG -> new Action.TakeTag(id, name);
            case PUT_USER_TAG -> new Action.PutUserTag(id, name);
            case TAKE_USER_TAG -> new Action.TakeUserTag(id, name);
            case INSTALL_APP -> app.getValue().install();
            case REMOVE_APP -> app.getValue().remove();
            case LOCK -> new Action.Lock();
            case MESSAGE -> new Action.Message(message.getValue().strip());
            case CLEAR_PASSCODE -> new Action.ClearPasscode();
            default -> new Action.Refresh();
        };
    }

    /** How to find whom it is for; reads the MDM when called, on any thread. */
    Supplier<Selection.Chosen> choice() {
        boolean people = people();
        return switch (by.getValue()) {
            case TAG -> {
                var id = withTag.getValue().id();
                yield () -> people ? selection.peopleWith(id) : selection.devicesWith(id);
            }
            case GROUP -> {
                var id = inGroup.getValue().id();
                yield () -> people ? selection.peopleIn(id) : selection.devicesIn(id);
            }
            case LIST -> {
                var lines = lines();
                yield () -> people ? selection.peopleOf(lines) : selection.devicesOf(lines);
            }
        };
    }

    private List<String> lines() {
        return Arrays.stream(list.getValue().split("[\\r\\n,;\\t]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** For the record of having looked. */
    String words() {
        return switch (by.getValue()) {
            case TAG -> "tag " + withTag.getValue().name();
            case GROUP -> "group " + inGroup.getValue().name();
            case LIST -> "list of " + lines().size();
        };
    }
}
