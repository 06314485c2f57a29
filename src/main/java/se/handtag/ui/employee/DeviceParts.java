package se.handtag.ui.employee;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.Commands;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.Chip;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.words.HeldNotices;

/** The parts of a device's page. */
@org.springframework.stereotype.Component
class DeviceParts {
    private static final int MOST = 20;

    private final DeviceDoor door;
    private final DeviceActions actions;
    private final WithoutDevices without;
    private final LostPart lostPart;
    private final Chips chips;
    private final HeldNotices held;
    private final Commands commands;
    private final Clock clock;

    DeviceParts(
            DeviceDoor door,
            DeviceActions actions,
            WithoutDevices without,
            LostPart lostPart,
            Chips chips,
            HeldNotices held,
            Commands commands,
            Clock clock) {
        this.door = door;
        this.actions = actions;
        this.without = without;
        this.lostPart = lostPart;
        this.chips = chips;
        this.held = held;
        this.commands = commands;
        this.clock = clock;
    }

    Chip contact(Reached reached) {
        return chips.contact(reached.device());
    }

    Optional<Notice> stale(Reached reached) {
        return without.stale(reached.picture().asOf(), reached.picture().fresh());
    }

    /** That it is about to be erased or the like, with the press that calls it off. */
    Optional<HeldNotices.Told> held(Reached reached) {
        return held.of(commands.ofDevice(reached.device().id(), MOST));
    }

    /** Said plainly when it is not the person's own. */
    Optional<Notice> whose(Reached reached) {
        if (reached.own()) {
            return Optional.empty();
        }
        String title = door.ownerName(reached)
                .map(name -> I18NProvider.translate("employee.whose", name))
                .orElseGet(() -> I18NProvider.translate("employee.whose.nobody"));
        return Optional.of(Notice.info(title, I18NProvider.translate("employee.whose.text")));
    }

    Card actions(Reached reached) {
        var card = new Card(I18NProvider.translate("employee.can-do"));
        if (chips.silent(reached.device())) {
            card.quiet(I18NProvider.translate("employee.commands-wait"));
        }
        return card.with(actions.list(reached));
    }

    Card facts(Reached reached) {
        var device = reached.device();
        var facts = new FactsList()
                .fact(I18NProvider.translate("employee.facts.model"), device.model())
                .fact(I18NProvider.translate("employee.facts.serial"), device.serialNumber())
                .fact(
                        I18NProvider.translate("employee.facts.system"),
                        (I18NProvider.translate("employee.system."
                                                + device.platform().name()) + " "
                                        + (device.osVersion() == null ? "" : device.osVersion()))
                                .strip());
        time(facts, "employee.facts.contact", device.lastContact());
        time(facts, "employee.facts.inventory", device.lastInventory());
        if (!device.tags().isEmpty()) {
            facts.fact(
                    I18NProvider.translate("employee.facts.tags"),
                    Rows.line(device.tags().stream().map(Chip::plain).toArray(Chip[]::new)));
        }
        return new Card(I18NProvider.translate("employee.facts")).with(facts);
    }

    private void time(FactsList facts, String key, @Nullable Instant at) {
        String name = I18NProvider.translate(key);
        if (at == null) {
            facts.fact(name, (String) null);
        } else {
            facts.fact(name, TimeText.both(at, clock));
        }
    }

    /** That it is lost, what was done, what happens now, and the way back. */
    Optional<Card> lost(Reached reached) {
        return lostPart.about(reached);
    }
}
