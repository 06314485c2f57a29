package se.handtag.ui.manager;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.Toast;

/** For IT: somebody has left, so that others decide what waited for them. */
final class DepartedCard extends Div {
    private final StandIns standIns;
    private final EmailField address = new EmailField();
    private final Div list = new Div();

    DepartedCard(StandIns standIns) {
        this.standIns = standIns;
        address.setLabel(getTranslation("manager.left.address"));
        address.setErrorMessage(getTranslation("manager.stand-in.address.missing"));
        address.setManualValidation(true);
        address.setWidthFull();
        add(new Card(getTranslation("manager.left"))
                .quiet(getTranslation("manager.left.quiet"))
                .with(Rows.form(address), list)
                .actions(Buttons.plain(getTranslation("manager.left.press"), this::ask)));
        show();
    }

    private void ask() {
        String who = address.getValue().strip();
        address.setInvalid(who.isEmpty());
        if (who.isEmpty()) {
            return;
        }
        Confirmation.ask(getTranslation("manager.left.question", who))
                .happens(getTranslation("manager.left.happens"))
                .danger(getTranslation("manager.left.yes", who), _ -> {
                    standIns.left(who);
                    address.clear();
                    Toast.done(getTranslation("manager.left.done"));
                    show();
                })
                .open();
    }

    private void show() {
        list.removeAll();
        var gone = standIns.departed().stream().sorted().toList();
        if (!gone.isEmpty()) {
            list.add(new ActionList(gone.stream().map(this::row).toArray(ActionRow[]::new)));
        }
    }

    private ActionRow row(String who) {
        return new ActionRow(Glyph.NO, who, getTranslation("manager.left.line"))
                .button(Buttons.plain(getTranslation("manager.left.back", who), () -> {
                    standIns.back(who);
                    show();
                }));
    }
}
