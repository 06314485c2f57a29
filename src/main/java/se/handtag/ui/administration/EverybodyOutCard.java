package se.handtag.ui.administration;

import com.vaadin.flow.component.html.Div;
import se.handtag.identity.SignedIn;
import se.handtag.identity.Stays;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Toast;

/** Signs everybody out, for when sessions may be in the wrong hands. */
final class EverybodyOutCard extends Div {
    private final transient Stays stays;
    private final transient SignedIn signedIn;

    EverybodyOutCard(Stays stays, SignedIn signedIn) {
        this.stays = stays;
        this.signedIn = signedIn;
        add(new Card(getTranslation("administration.everybody"))
                .quiet(getTranslation("administration.everybody.text"))
                .actions(Buttons.danger(getTranslation("administration.everybody.out"), this::ask)));
    }

    private void ask() {
        Confirmation.ask(getTranslation("administration.everybody.question"))
                .happens(getTranslation("administration.everybody.happens"))
                .reason(getTranslation("administration.stop.why"), true)
                .danger(getTranslation("administration.everybody.out"), reason -> {
                    stays.signOutEverybody(signedIn.actor(), reason);
                    Toast.done(getTranslation("administration.everybody.done"));
                })
                .open();
    }
}
