package se.handtag.ui.manager;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import java.time.LocalDate;
import java.util.List;
import se.handtag.policy.ActionKind;
import se.handtag.requests.Delegated;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.DateField;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;

/** Names a stand-in: who, from which day to which, and what for. */
final class StandInForm extends Div {
    private static final List<ActionKind> KINDS = List.of(
            ActionKind.INSTALL_APP,
            ActionKind.CLEAR_PASSCODE,
            ActionKind.WIPE,
            ActionKind.PUT_TAG,
            ActionKind.HAND_OVER);

    private final StandIns standIns;
    private final Runnable named;
    private final EmailField address = new EmailField();
    private final DateField from;
    private final DateField until;
    private final CheckboxGroup<ActionKind> kinds = new CheckboxGroup<>();
    private final Div answer = new Div();

    StandInForm(StandIns standIns, Runnable named) {
        this.standIns = standIns;
        this.named = named;
        address.setLabel(getTranslation("manager.stand-in.address"));
        address.setManualValidation(true);
        address.setWidthFull();
        from = date("manager.stand-in.from");
        until = date("manager.stand-in.until");
        from.setValue(LocalDate.ofInstant(standIns.clock().instant(), TimeText.zone()));
        kinds.setLabel(getTranslation("manager.stand-in.kinds"));
        kinds.setHelperText(getTranslation("manager.stand-in.kinds.help"));
        kinds.setItems(KINDS);
        kinds.setItemLabelGenerator(kind -> standIns.words().action(kind, getLocale()));
        answer.addClassName("stack");
        add(new Card(getTranslation("manager.stand-in.name"))
                .with(Rows.form(address, Rows.two(from, until), kinds), answer)
                .actions(Buttons.primary(getTranslation("manager.stand-in.yes"), this::name)));
    }

    private DateField date(String label) {
        var field = new DateField(getTranslation(label));
        field.setManualValidation(true);
        return field;
    }

    private void name() {
        answer.removeAll();
        if (missing()) {
            return;
        }
        var zone = TimeText.zone();
        var outcome = standIns.name(
                address.getValue(),
                from.getValue().atStartOfDay(zone).toInstant(),
                until.getValue().plusDays(1).atStartOfDay(zone).toInstant(),
                kinds.getValue());
        answer.add(
                switch (outcome) {
                    case Delegated.Done(var delegation) -> {
                        address.clear();
                        until.clear();
                        kinds.clear();
                        named.run();
                        yield Notice.done(
                                getTranslation("manager.stand-in.done", delegation.toName()),
                                getTranslation("manager.stand-in.done.text"));
                    }
                    case Delegated.Nobody _ -> problem("nobody");
                    case Delegated.Yourself _ -> problem("yourself");
                    case Delegated.NoTime _ -> problem("no-time");
                });
    }

    private Notice problem(String what) {
        return Notice.error(
                getTranslation("manager.stand-in." + what), getTranslation("manager.stand-in." + what + ".text"));
    }

    private boolean missing() {
        address.setInvalid(address.getValue().isBlank());
        address.setErrorMessage(getTranslation("manager.stand-in.address.missing"));
        until.setInvalid(until.isEmpty());
        until.setErrorMessage(getTranslation("manager.stand-in.until.missing"));
        from.setInvalid(from.isEmpty());
        from.setErrorMessage(getTranslation("manager.stand-in.until.missing"));
        return address.isInvalid() || until.isInvalid() || from.isInvalid();
    }
}
