package se.handtag.ui.employee;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Decision;
import se.handtag.policy.Outlook;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.ActionList;
import se.handtag.ui.kit.ActionRow;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.words.Words;

/** What can be done with a device, what takes somebody's yes, and what cannot be done with the rules' own words why. */
@Component
class DeviceActions {
    /** In the order of the page; the text of the message and the app to remove are chosen later. */
    private static final Map<Action, Glyph> GLYPHS = glyphs();

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
        List<CatalogueApp> offered = installing.offered(reached);
        List<Action> actions = new ArrayList<>(GLYPHS.keySet());
        actions.addAll(Installing.installs(offered));
        Map<Action, Outlook> outlooks = asking.outlooks(reached, actions);
        List<ActionRow> rows = new ArrayList<>();
        GLYPHS.forEach((action, glyph) -> {
            Outlook outlook = Objects.requireNonNull(outlooks.get(action));
            if (action.kind() == ActionKind.REMOVE_APP) {
                rows.add(install(reached, offered, outlooks, locale));
                rows.add(remove(reached, outlook, locale));
            } else {
                rows.add(simple(reached, outlook, glyph, locale));
            }
        });
        if (reached.own()) {
            rows.add(handOver(reached));
        }
        return new ActionList(rows.toArray(ActionRow[]::new));
    }

    private static ActionRow handOver(Reached reached) {
        var link = Buttons.link(
                I18NProvider.translate("employee.hand-over.open"),
                HandOverView.class,
                OwnDeviceCards.parameters(reached.device()));
        return new ActionRow(
                        Glyph.PEOPLE,
                        I18NProvider.translate("employee.hand-over.title"),
                        I18NProvider.translate("employee.hand-over.quiet"))
                .button(link);
    }

    private ActionRow simple(Reached reached, Outlook outlook, Glyph glyph, Locale locale) {
        Action action = outlook.action();
        if (outlook.decision().denied()) {
            return denied(glyph, outlook, locale);
        }
        Runnable press =
                action instanceof Action.Message ? () -> asking.message(reached) : () -> asking.once(reached, action);
        return allowed(reached, action.kind(), glyph, outlook.decision(), press, locale);
    }

    private ActionRow install(
            Reached reached, List<CatalogueApp> offered, Map<Action, Outlook> outlooks, Locale locale) {
        var kind = ActionKind.INSTALL_APP;
        if (offered.isEmpty()) {
            return row(Glyph.APP, kind, locale).notPossible(I18NProvider.translate("employee.install.none"), List.of());
        }
        Optional<Outlook> refusal = Installing.refusal(offered, outlooks);
        return refusal.isPresent()
                ? denied(Glyph.APP, refusal.get(), locale)
                : row(Glyph.APP, kind, locale).button(choose(kind, locale, () -> installing.choose(reached)));
    }

    private ActionRow remove(Reached reached, Outlook outlook, Locale locale) {
        var kind = ActionKind.REMOVE_APP;
        if (outlook.decision().denied()) {
            return denied(Glyph.REMOVE, outlook, locale);
        }
        List<Action.RemoveApp> apps = installed.removable(reached);
        return apps.isEmpty()
                ? row(Glyph.REMOVE, kind, locale).notPossible(I18NProvider.translate("employee.remove.none"), List.of())
                : row(Glyph.REMOVE, kind, locale).button(choose(kind, locale, () -> chooseRemoval(reached, apps)));
    }

    private Button choose(ActionKind kind, Locale locale, Runnable press) {
        Button button = Buttons.plain(I18NProvider.translate("employee.choose"), press);
        button.setAriaLabel(button.getText() + " " + words.action(kind, locale));
        return button;
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

    private ActionRow denied(Glyph glyph, Outlook outlook, Locale locale) {
        List<String> reasons = Deciders.explanations(outlook.decision().reasons(), locale);
        return row(glyph, outlook.action().kind(), locale)
                .notPossible(reasons.isEmpty() ? "" : reasons.getFirst(), details(reasons, outlook));
    }

    /** The other reasons, what would change it, who can, and by which rules. */
    private static List<String> details(List<String> reasons, Outlook outlook) {
        List<String> details = new ArrayList<>(reasons.subList(Math.min(1, reasons.size()), reasons.size()));
        outlook.changes().forEach(change -> details.add(I18NProvider.translate("employee.change." + change.name())));
        outlook.others().forEach(other -> details.add(I18NProvider.translate("employee.other." + other.name())));
        if (outlook.changes().isEmpty() && outlook.others().isEmpty()) {
            details.add(I18NProvider.translate("employee.change.nothing"));
        }
        var decision = outlook.decision();
        details.add(
                I18NProvider.translate("employee.rules", String.join(", ", decision.ruleIds()), decision.version()));
        return details;
    }

    private ActionRow row(Glyph glyph, ActionKind kind, Locale locale) {
        return new ActionRow(glyph, words.action(kind, locale), words.explain(kind, locale));
    }

    private static Map<Action, Glyph> glyphs() {
        Map<Action, Glyph> glyphs = new LinkedHashMap<>();
        glyphs.put(new Action.Refresh(), Glyph.REFRESH);
        glyphs.put(new Action.Lock(), Glyph.LOCK);
        glyphs.put(new Action.Message(""), Glyph.MESSAGE);
        glyphs.put(new Action.RemoveApp("", ""), Glyph.REMOVE);
        glyphs.put(new Action.ClearPasscode(), Glyph.PASSCODE);
        glyphs.put(new Action.Wipe(), Glyph.WIPE);
        return glyphs;
    }
}
