package se.handtag.ui.employee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.FleetDevice;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Decision;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.DeviceCard;
import se.handtag.ui.kit.DevicePicture;
import se.handtag.ui.kit.Glyph;
import se.handtag.ui.kit.SerialEnding;
import se.handtag.ui.words.Words;

/** Draws a person's own devices. */
@org.springframework.stereotype.Component
class OwnDeviceCards {
    private final Asking asking;
    private final Installing installing;
    private final LostReports lostReports;
    private final Chips chips;
    private final Words words;

    OwnDeviceCards(Asking asking, Installing installing, LostReports lostReports, Chips chips, Words words) {
        this.asking = asking;
        this.installing = installing;
        this.lostReports = lostReports;
        this.chips = chips;
        this.words = words;
    }

    /** What a card shows; two that are the same look the same. */
    record State(FleetDevice device, @Nullable LostReport lost, boolean silent) {}

    /** What the cards of these show, in their order. */
    Map<DeviceId, State> states(List<FleetDevice> devices) {
        var lost = lostReports.about(devices.stream().map(FleetDevice::id).collect(Collectors.toSet()));
        Map<DeviceId, State> states = new LinkedHashMap<>();
        devices.forEach(
                device -> states.put(device.id(), new State(device, lost.get(device.id()), chips.silent(device))));
        return states;
    }

    /** What somebody who does not see the card is told of its change, empty for nothing: every contact would be too much. */
    static String news(State before, State now) {
        String title = now.device().title();
        if ((before.lost() == null) != (now.lost() == null)) {
            return I18NProvider.translate(now.lost() == null ? "employee.news.not-lost" : "employee.news.lost", title);
        }
        boolean same = before.silent() == now.silent()
                && before.device().hasTagsOf(now.device())
                && before.device().title().equals(title);
        return same ? "" : I18NProvider.translate("employee.news.device", title);
    }

    /** @param state of that device */
    DeviceCard card(Reached reached, State state) {
        var device = reached.device();
        var lost = state.lost();
        var card = new DeviceCard(picture(device), device.title())
                .link(DeviceView.class, parameters(device))
                .quiet(modelAndEnding(device));
        List<Chip> states = new ArrayList<>();
        if (lost != null) {
            states.add(chips.lost(lost));
        }
        states.add(chips.contact(device));
        device.tags().forEach(tag -> states.add(Chip.plain(tag)));
        card.chips(states.toArray(Component[]::new));
        if (lost != null) {
            card.urgent().note(I18NProvider.translate("employee.lost.card"));
            card.actions(Buttons.plain(I18NProvider.translate("employee.lost.now"), () -> open(device)));
            return card;
        }
        if (state.silent()) {
            card.note(I18NProvider.translate("employee.commands-wait"));
        }
        List<Action.InstallApp> installs = Installing.installs(installing.offered(reached));
        Map<Action, Decision> decisions = asking.decisions(
                reached,
                Stream.concat(Stream.of(new Action.Lock()), installs.stream()).toList());
        Decision lock = Objects.requireNonNull(decisions.get(new Action.Lock()));
        if (lock.denied()) {
            var locale = UI.getCurrent().getLocale();
            card.note(words.verb(ActionKind.LOCK, locale) + ": "
                    + String.join(" ", Deciders.explanations(lock.reasons(), locale)));
        }
        boolean installable = installs.stream()
                .anyMatch(install ->
                        !Objects.requireNonNull(decisions.get(install)).denied());
        return card.actions(actions(reached, installable, !lock.denied()));
    }

    private Component[] actions(Reached reached, boolean installs, boolean locks) {
        var device = reached.device();
        List<Component> actions = new ArrayList<>();
        if (installs) {
            actions.add(Buttons.primary(I18NProvider.translate("employee.install"), () -> installing.choose(reached)));
        }
        var lock = new Action.Lock();
        if (locks) {
            var locale = UI.getCurrent().getLocale();
            var button = Buttons.plain(words.verb(lock.kind(), locale), () -> asking.once(reached, lock));
            button.setAriaLabel(words.verb(lock.kind(), locale) + " " + device.label());
            actions.add(button);
        }
        Button more =
                Buttons.sign(Glyph.MORE, I18NProvider.translate("employee.more", device.title()), () -> open(device));
        actions.add(more);
        return actions.toArray(Component[]::new);
    }

    private static void open(FleetDevice device) {
        UI.getCurrent().navigate(DeviceView.class, parameters(device));
    }

    static RouteParameters parameters(FleetDevice device) {
        return new RouteParameters("id", device.id().toString());
    }

    static DevicePicture picture(FleetDevice device) {
        int number = switch (device.platform()) {
            case IOS -> 0;
            case ANDROID -> 1;
            case MACOS -> 2;
            case TVOS -> 3;
            case UNKNOWN -> -1;
        };
        return DevicePicture.of(number, device.model());
    }

    static String modelAndEnding(FleetDevice device) {
        String ending = SerialEnding.of(device.serialNumber());
        String model = device.model() == null ? "" : device.model();
        return model.isEmpty() || ending.isEmpty() ? model + ending : model + " · " + ending;
    }
}
