package se.handtag.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.handtag.Longest;

/**
 * The house's question before something is sent: what is asked, what happens on yes, and a button that says what and to which
 * device. Cancel has the focus first when yes cannot be taken back. A second press while the first is at work does nothing.
 *
 * {@snippet :
 * Confirmation.ask("Erase everything on this phone?")
 *         .happens("All that is on it is lost. It starts again as new.")
 *         .reason("Why?", true)
 *         .danger("Erase " + SerialEnding.with("iPhone 16", serial), reason -> wipe(reason))
 *         .open();
 * }
 */
public final class Confirmation {

    private final Dialog dialog = new Dialog();
    private final Div body = new Div();
    private final Button cancel;
    private @Nullable TextArea reason;
    private boolean needsConnection;
    private BooleanSupplier complete = () -> true;

    private Confirmation(String question) {
        dialog.setHeaderTitle(question);
        dialog.addClassName("confirmation");
        dialog.setCloseOnOutsideClick(false);
        body.addClassName("confirmation-body");
        dialog.add(body);
        cancel = new Button(dialog.getTranslation("kit.cancel"), event -> dialog.close());
        dialog.getFooter().add(cancel);
    }

    /** A question such as "Lock this phone?". */
    public static Confirmation ask(String question) {
        return new Confirmation(question);
    }

    /** A sentence about what happens on yes; may be called several times. */
    public Confirmation happens(String sentence) {
        body.add(new Paragraph(sentence));
        return this;
    }

    /** Anything else to know or to fill in, such as a {@link FactsList}, a {@link Notice} or a field. */
    public Confirmation with(Component component) {
        body.add(component);
        return this;
    }

    /** Yes does nothing while {@code complete} is false; the fields say themselves what is missing. */
    public Confirmation onlyWhen(BooleanSupplier complete) {
        this.complete = complete;
        return this;
    }

    /** Asks for a reason in words, at most 500 characters; it is handed to the action. */
    public Confirmation reason(String label, boolean required) {
        var field = new TextArea(label);
        field.setMaxLength(Longest.REASON.characters());
        field.setMinRows(2);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(required);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setManualValidation(true);
        field.setErrorMessage(field.getTranslation("kit.reason.missing"));
        reason = field;
        body.add(field);
        return this;
    }

    /** Yes is sent now or not at all: without a connection the page says so. Before the yes. */
    public Confirmation needsConnection() {
        needsConnection = true;
        return this;
    }

    /** The yes of something that can be taken back or does no harm. */
    public Confirmation primary(String text, Consumer<String> action) {
        return yes(Buttons.primary(text, () -> {}), false, action);
    }

    /** The yes of something that cannot be taken back; Cancel has the focus first. */
    public Confirmation danger(String text, Consumer<String> action) {
        dialog.setRole("alertdialog");
        return yes(Buttons.danger(text, () -> {}), true, action);
    }

    /** Shows the question. */
    public void open() {
        dialog.open();
    }

    /** Takes the question away unanswered. */
    public void close() {
        dialog.close();
    }

    private Confirmation yes(Button button, boolean cancelFirst, Consumer<String> action) {
        button.setDisableOnClick(true);
        if (needsConnection) {
            Connection.needed(button);
        }
        button.addClickListener(event -> answered(button, action));
        dialog.getFooter().add(button);
        var first = cancelFirst ? cancel : button;
        dialog.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                // The overlay takes the focus itself once it has moved in; ours has to come after that.
                first.getElement().executeJs("requestAnimationFrame(() => requestAnimationFrame(() => this.focus()))");
            }
        });
        return this;
    }

    private void answered(Button button, Consumer<String> action) {
        var words = reason == null ? "" : reason.getValue().strip();
        if (reason != null && reason.isRequiredIndicatorVisible() && words.isEmpty()) {
            reason.setInvalid(true);
            reason.focus();
            button.setEnabled(true);
            return;
        }
        boolean stays = true;
        try {
            stays = !complete.getAsBoolean();
            if (!stays) {
                action.accept(words);
            }
        } catch (Longest.TooLong tooLong) {
            // What was written is kept, to be shortened.
            stays = true;
            Toast.problem(dialog.getTranslation("kit.too-long", tooLong.most()));
        } finally {
            if (stays) {
                button.setEnabled(true);
            } else {
                dialog.close();
            }
        }
    }
}
