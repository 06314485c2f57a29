package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.SearchField;

/** Choosing an app of the catalogue for a device. Which licence is used is IT's choice, not the person's. */
@Component
class Installing {
    private final Catalogue catalogue;
    private final Asking asking;

    Installing(Catalogue catalogue, Asking asking) {
        this.catalogue = catalogue;
        this.asking = asking;
    }

    List<CatalogueApp> offered(Reached reached) {
        return catalogue.offeredFor(reached.device().platform());
    }

    /** Whether there is any app that the rules let them ask for. */
    boolean possible(Reached reached) {
        return refusal(reached).isEmpty() && !offered(reached).isEmpty();
    }

    /** Why no app can be installed, empty when one can or when none is offered. */
    Optional<Decision> refusal(Reached reached) {
        Optional<Decision> first = Optional.empty();
        for (CatalogueApp app : offered(reached)) {
            Decision decision = asking.decision(reached, install(app));
            if (!decision.denied()) {
                return Optional.empty();
            }
            first = first.or(() -> Optional.of(decision));
        }
        return first;
    }

    /** Shows what is offered for the device. */
    void choose(Reached reached) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(
                I18NProvider.translate("employee.install.on", reached.device().title()));
        dialog.getHeader().add(Buttons.sign(Glyph.CLOSE, I18NProvider.translate("kit.close"), dialog::close));
        List<CatalogueApp> offered = offered(reached);
        var list = new Div();
        var content = new Div();
        content.addClassName("stack");
        var search = new SearchField[1];
        search[0] = new SearchField(I18NProvider.translate("employee.apps.find"), text -> {
            List<CatalogueApp> found = Found.in(offered, text);
            fill(list, found, reached, dialog);
            search[0].found(found.size());
        });
        content.add(search[0], list);
        fill(list, offered, reached, dialog);
        dialog.add(content);
        dialog.open();
    }

    private void fill(Div list, List<CatalogueApp> apps, Reached reached, Dialog dialog) {
        list.removeAll();
        if (apps.isEmpty()) {
            var nothing = new Paragraph(I18NProvider.translate("employee.apps.nothing"));
            nothing.addClassName("quiet");
            list.add(nothing);
            return;
        }
        list.add(new ActionList(apps.stream()
                .map(app -> row(app, reached, () -> {
                    dialog.close();
                    asking.once(reached, install(app));
                }))
                .toArray(ActionRow[]::new)));
    }

    /** One app, as the rules have it for that device. */
    ActionRow row(CatalogueApp app, Reached reached, Runnable pressed) {
        var locale = UI.getCurrent().getLocale();
        Decision decision = asking.decision(reached, install(app));
        if (decision.denied()) {
            return new ActionRow(Glyph.APP, app.name(), "")
                    .notPossible(String.join(" ", Deciders.explanations(decision.reasons(), locale)), List.of());
        }
        String first = asking.first(reached, decision).orElse("");
        Button button = Buttons.plain(
                I18NProvider.translate(first.isEmpty() ? "employee.app.install" : "employee.app.request"), pressed);
        button.setAriaLabel(button.getText() + ": " + app.name());
        return new ActionRow(Glyph.APP, app.name(), sentences(app.describe(locale), first)).button(button);
    }

    private static String sentences(String description, String first) {
        if (description.isEmpty() || first.isEmpty()) {
            return description + first;
        }
        return description.strip().replaceFirst("\\.?$", ".") + " " + first;
    }

    static Action.InstallApp install(CatalogueApp app) {
        return new Action.InstallApp(app.id(), app.name(), app.packageId(), app.vpp());
    }
}
