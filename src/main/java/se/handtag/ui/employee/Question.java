package se.handtag.ui.employee;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Notice;

/** The question before something is asked for. It stays open with all that was typed until it was taken. */
final class Question {

    private final Confirmation confirmation;
    private final Div problems = new Div();
    private final TextArea reason = new TextArea();
    private final boolean reasonNeeded;
    private final @Nullable TextArea text;
    private final @Nullable RadioButtonGroup<Integer> days;
    private final String yes;
    private final boolean danger;

    /**
     * A question.
     *
     * @param first who has to say yes before, empty when nobody has
     * @param text a field that must be filled, null when there is none
     * @param days for how many days, 0 for good; null when it cannot be for a time
     */
    Question(
            String title,
            String first,
            String happens,
            @Nullable TextArea text,
            @Nullable RadioButtonGroup<Integer> days,
            boolean reasonNeeded,
            String yes,
            boolean danger) {
        this.text = text;
        this.days = days;
        this.reasonNeeded = reasonNeeded;
        this.yes = yes;
        this.danger = danger;
        confirmation = Confirmation.ask(title);
        if (!first.isEmpty()) {
            confirmation.happens(first);
        }
        confirmation.happens(happens);
        if (text != null) {
            confirmation.with(checked(text, "employee.message.missing"));
        }
        if (days != null) {
            confirmation.with(days);
        }
        if (reasonNeeded || !first.isEmpty()) {
            reason.setLabel(I18NProvider.translate(reasonNeeded ? "employee.reason" : "employee.reason.optional"));
            reason.setMaxLength(Longest.REASON.characters());
            reason.setRequiredIndicatorVisible(reasonNeeded);
            confirmation.with(checked(reason, "kit.reason.missing"));
        }
        confirmation.with(problems);
    }

    /** Shows it; {@code send} gets the reason and says whether it was taken. */
    void open(Predicate<String> send) {
        confirmation.onlyWhen(() -> filled() && send.test(reason.getValue().strip()));
        if (danger) {
            confirmation.danger(yes, _ -> {});
        } else {
            confirmation.primary(yes, _ -> {});
        }
        confirmation.open();
    }

    /** Says why it was not taken. */
    boolean problem(String title, String whatToDo) {
        return problem(Notice.error(title, whatToDo));
    }

    /** The same with what can be done about it. */
    boolean problem(Notice notice) {
        problems.removeAll();
        problems.add(notice);
        return false;
    }

    /** What was typed as the reason. */
    String reasonNow() {
        return reason.getValue().strip();
    }

    /** For how many days, 0 for good. */
    int days() {
        return days == null ? 0 : days.getValue();
    }

    void close() {
        confirmation.close();
    }

    boolean reasonMissing() {
        reason.setInvalid(true);
        reason.focus();
        return false;
    }

    private boolean filled() {
        problems.removeAll();
        return (text == null || has(text)) && (!reasonNeeded || has(reason));
    }

    private static boolean has(TextArea field) {
        boolean empty = field.getValue().isBlank();
        field.setInvalid(empty);
        if (empty) {
            field.focus();
        }
        return !empty;
    }

    private static TextArea checked(TextArea field, String missing) {
        field.setMinRows(2);
        field.setWidthFull();
        field.setManualValidation(true);
        field.setErrorMessage(I18NProvider.translate(missing));
        return field;
    }
}
