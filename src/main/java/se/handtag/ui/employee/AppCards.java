package se.handtag.ui.employee;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.mdm.Platform;
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

    AppCards(Installing installing, Asking asking) {
        this.installing = installing;
        this.asking = asking;
    }

    Card card(Platform platform, List<CatalogueApp> apps, List<Reached> devices) {
        String names = devices.stream().map(reached -> reached.device().title()).collect(Collectors.joining(", "));
        return new Card(I18NProvider.translate("employee.platform." + platform.name()))
                .quiet(names)
                .with(new ActionList(apps.stream().map(app -> row(app, devices)).toArray(ActionRow[]::new)).columns());
    }

    private ActionRow row(CatalogueApp app, List<Reached> devices) {
        List<Reached> possible = devices.stream()
                .filter(reached ->
                        !asking.decision(reached, Installing.install(app)).denied())
                .toList();
        Reached shown = possible.isEmpty() ? devices.getFirst() : possible.getFirst();
        return installing.row(app, shown, () -> pick(app, possible));
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
