package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.Catalogue;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.grants.Grant;
import se.handtag.grants.Grants;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Outlook;
import se.handtag.policy.Subject;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.SearchField;
import se.handtag.ui.kit.TimeText;

/** Choosing an app of the catalogue for a device. Which licence is used is IT's choice, not the person's. */
@Component
class Installing {
    private final Catalogue catalogue;
    private final Asking asking;
    private final Grants grants;
    private final Clock clock;

    Installing(Catalogue catalogue, Asking asking, Grants grants, Clock clock) {
        this.catalogue = catalogue;
        this.asking = asking;
        this.grants = grants;
        this.clock = clock;
    }

    List<CatalogueApp> offered(Reached reached) {
        return catalogue.offeredFor(reached.device().platform());
    }

    /** Why none of these apps can be installed, empty when one can or when there is none. */
    static Optional<Outlook> refusal(List<CatalogueApp> apps, Map<Action, Outlook> outlooks) {
        List<Outlook> all = installs(apps).stream().map(outlooks::get).toList();
        return all.stream().allMatch(outlook -> outlook.decision().denied())
                ? all.stream().findFirst()
                : Optional.empty();
    }

    static List<Action.InstallApp> installs(List<CatalogueApp> apps) {
        return apps.stream().map(Installing::install).toList();
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
        Map<Action, Decision> decisions = asking.decisions(reached, installs(apps));
        List<Grant> running = running(reached);
        list.add(new ActionList(apps.stream()
                .map(app -> row(app, reached, Objects.requireNonNull(decisions.get(install(app))), running, () -> {
                    dialog.close();
                    asking.once(reached, install(app));
                }))
                .toArray(ActionRow[]::new)));
    }

    /** What the person has on the device for a time. */
    List<Grant> running(Reached reached) {
        return grants.running(new Subject.OfDevice(reached.device()));
    }

    /** One app, as the rules have it for that device. @param running what they have there for a time */
    ActionRow row(CatalogueApp app, Reached reached, Decision decision, List<Grant> running, Runnable pressed) {
        var locale = UI.getCurrent().getLocale();
        if (decision.denied()) {
            return ActionRow.lettered(app.name(), "")
                    .notPossible(String.join(" ", Deciders.explanations(decision.reasons(), locale)), List.of());
        }
        String first = asking.first(reached, decision).orElse("");
        Button button = Buttons.plain(
                I18NProvider.translate(first.isEmpty() ? "employee.app.install" : "employee.app.request"), pressed);
        button.setAriaLabel(button.getText() + ": " + app.name());
        String until = Grants.of(install(app), running)
                .map(Grant::endsAt)
                .map(ends -> I18NProvider.translate("employee.apps.until", TimeText.clockWords(ends, clock)))
                .orElse("");
        return ActionRow.lettered(app.name(), sentences(sentences(app.describe(locale), until), first))
                .button(button);
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
