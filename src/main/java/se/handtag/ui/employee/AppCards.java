package se.handtag.ui.employee;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.grants.Grant;
import se.handtag.mdm.Platform;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.Rows;

/** The apps for one kind of device, and which device of that kind they are for. */
@Component
class AppCards {
    private final Installing installing;
    private final Asking asking;

    /** A device that the apps may be for, what the rules say to each of them there, and what is there for a time. */
    private record Choice(Reached reached, Map<Action, Decision> decisions, List<Grant> running) {
        Decision to(CatalogueApp app) {
            return Objects.requireNonNull(decisions.get(Installing.install(app)));
        }
    }

    AppCards(Installing installing, Asking asking) {
        this.installing = installing;
        this.asking = asking;
    }

    Card card(Platform platform, List<CatalogueApp> apps, List<Reached> devices) {
        List<Choice> choices = devices.stream()
                .map(reached -> new Choice(
                        reached, asking.decisions(reached, Installing.installs(apps)), installing.running(reached)))
                .toList();
        String names = devices.stream().map(reached -> reached.device().title()).collect(Collectors.joining(", "));
        return new Card(I18NProvider.translate("employee.platform." + platform.name()))
                .quiet(names)
                .with(new ActionList(apps.stream().map(app -> row(app, choices)).toArray(ActionRow[]::new)).columns());
    }

    private ActionRow row(CatalogueApp app, List<Choice> choices) {
        List<Choice> possible =
                choices.stream().filter(choice -> !choice.to(app).denied()).toList();
        Choice shown = possible.isEmpty() ? choices.getFirst() : possible.getFirst();
        return installing.row(
                app,
                shown.reached(),
                shown.to(app),
                shown.running(),
                () -> pick(app, possible.stream().map(Choice::reached).toList()));
    }

    private void pick(CatalogueApp app, List<Reached> devices) {
        if (devices.size() == 1) {
            asking.once(devices.getFirst(), Installing.install(app));
            return;
        }
        var dialog = new Dialog();
        dialog.setHeaderTitle(I18NProvider.translate("employee.apps.where", app.name()));
        dialog.add(Rows.stack(devices.stream()
                .map(reached -> Buttons.huge(
                        reached.device().title() + ", " + reached.device().label(), false, () -> {
                            dialog.close();
                            asking.once(reached, Installing.install(app));
                        }))
                .toArray(Button[]::new)));
        dialog.getHeader().add(Buttons.sign(Glyph.CLOSE, I18NProvider.translate("kit.close"), dialog::close));
        dialog.open();
    }
}
