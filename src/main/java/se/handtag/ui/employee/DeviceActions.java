package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.mdm.Platform;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Decision;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.words.Words;

/** What can be done with a device, what takes somebody's yes, and what cannot be done with the rules' own words why. */
@Component
class DeviceActions {
    private final Asking asking;
    private final Installing installing;
    private final InstalledApps installed;
    private final Words words;

    DeviceActions(Asking asking, Installing installing, InstalledApps installed, Words words) {
        this.asking = asking;
        this.installing = installing;
        this.installed = installed;
        this.words = words;
    }

    ActionList list(Reached reached) {
        var locale = UI.getCurrent().getLocale();
        List<ActionRow> rows = new ArrayList<>();
        rows.add(simple(reached, new Action.Refresh(), Glyph.REFRESH, locale));
        boolean screenAndPasscode = reached.device().platform() != Platform.TVOS;
        if (screenAndPasscode) {
            rows.add(simple(reached, new Action.Lock(), Glyph.LOCK, locale));
            rows.add(simple(reached, new Action.Message(""), Glyph.MESSAGE, locale));
        }
        rows.add(install(reached, locale));
        rows.add(remove(reached, locale));
        if (screenAndPasscode) {
            rows.add(simple(reached, new Action.ClearPasscode(), Glyph.PASSCODE, locale));
        }
        rows.add(simple(reached, new Action.Wipe(), Glyph.WIPE, locale));
        return new ActionList(rows.toArray(ActionRow[]::new));
    }

    private ActionRow simple(Reached reached, Action action, Glyph glyph, Locale locale) {
        Decision decision = asking.decision(reached, action);
        if (decision.denied()) {
            return denied(glyph, action.kind(), decision, locale);
        }
        Runnable press =
                action instanceof Action.Message ? () -> asking.message(reached) : () -> asking.once(reached, action);
        return allowed(reached, action.kind(), glyph, decision, press, locale);
    }

    private ActionRow install(Reached reached, Locale locale) {
        var kind = ActionKind.INSTALL_APP;
        if (installing.offered(reached).isEmpty()) {
            return row(Glyph.APP, kind, locale).notPossible(I18NProvider.translate("employee.install.none"), List.of());
        }
        Optional<Decision> refusal = installing.refusal(reached);
        return refusal.isPresent()
                ? denied(Glyph.APP, kind, refusal.get(), locale)
                : row(Glyph.APP, kind, locale)
                        .button(Buttons.plain(
                                I18NProvider.translate("employee.choose"), () -> installing.choose(reached)));
    }

    private ActionRow remove(Reached reached, Locale locale) {
        var kind = ActionKind.REMOVE_APP;
        Decision decision = asking.decision(reached, new Action.RemoveApp("", ""));
        if (decision.denied()) {
            return denied(Glyph.REMOVE, kind, decision, locale);
        }
        List<Action.RemoveApp> apps = installed.removable(reached);
        return apps.isEmpty()
                ? row(Glyph.REMOVE, kind, locale).notPossible(I18NProvider.translate("employee.remove.none"), List.of())
                : row(Glyph.REMOVE, kind, locale)
                        .button(Buttons.plain(
                                I18NProvider.translate("employee.choose"), () -> chooseRemoval(reached, apps)));
    }

    private void chooseRemoval(Reached reached, List<Action.RemoveApp> apps) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(
                I18NProvider.translate("employee.remove.from", reached.device().title()));
        dialog.add(new ActionList(apps.stream()
                .map(app -> new ActionRow(Glyph.APP, app.name(), app.packageId())
                        .button(Buttons.plain(I18NProvider.translate("employee.app.remove"), () -> {
                            dialog.close();
                            asking.once(reached, app);
                        })))
                .toArray(ActionRow[]::new)));
        dialog.getHeader().add(Buttons.sign(Glyph.CLOSE, I18NProvider.translate("kit.close"), dialog::close));
        dialog.open();
    }

    private ActionRow allowed(
            Reached reached, ActionKind kind, Glyph glyph, Decision decision, Runnable press, Locale locale) {
        String explanation = words.explain(kind, locale);
        String first = asking.first(reached, decision).orElse("");
        String button = first.isEmpty()
                ? words.verb(kind, locale) + " …" + reached.device().ending()
                : I18NProvider.translate("employee.app.request");
        var pressed = Buttons.plain(button, press);
        pressed.setAriaLabel(button + ": " + words.action(kind, locale));
        return new ActionRow(
                        glyph, words.action(kind, locale), first.isEmpty() ? explanation : explanation + ". " + first)
                .button(pressed);
    }

    private ActionRow denied(Glyph glyph, ActionKind kind, Decision decision, Locale locale) {
        List<String> reasons = Deciders.explanations(decision.reasons(), locale);
        return row(glyph, kind, locale)
                .notPossible(reasons.isEmpty() ? "" : reasons.getFirst(), details(reasons, decision));
    }

    private static List<String> details(List<String> reasons, Decision decision) {
        List<String> details = new ArrayList<>(reasons.subList(Math.min(1, reasons.size()), reasons.size()));
        details.add(
                I18NProvider.translate("employee.rules", String.join(", ", decision.ruleIds()), decision.version()));
        return details;
    }

    private ActionRow row(Glyph glyph, ActionKind kind, Locale locale) {
        return new ActionRow(glyph, words.action(kind, locale), words.explain(kind, locale));
    }
}
