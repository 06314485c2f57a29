package se.handtag.ui.directory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.handtag.devices.DeviceFile;
import se.handtag.devices.Directory;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.GroupTree;
import se.handtag.devices.UserFile;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Buttons;
import se.handtag.ui.kit.Card;
import se.handtag.ui.kit.FactsList;
import se.handtag.ui.kit.PageHeader;
import se.handtag.ui.kit.Rows;
import se.handtag.ui.kit.TimeText;
import se.handtag.ui.shell.MainLayout;
import se.handtag.ui.words.LostMarks;
import se.handtag.ui.words.Opening;
import se.handtag.ui.words.Readings;

/** All that the MDM says about one device: to be tagged and handed over; the page of its owner has all commands. */
@Route(value = "directory/device/:id", layout = MainLayout.class)
@RolesAllowed(Role.IT_NAME)
class DevicePage extends Page {
    private final Directory directory;
    private final TagCards tags;
    private final Pickers pickers;
    private final Looks looks;
    private final LostMarks marks;
    private final Changes changes;
    private final Clock clock;
    /** A device and whoever has it. */
    private record Seen(DeviceFile file, @Nullable UserFile owner) {}

    private volatile @Nullable Opening<DeviceId> opening;

    DevicePage(
            Directory directory,
            TagCards tags,
            Pickers pickers,
            Looks looks,
            LostMarks marks,
            Asks asks,
            Clock clock,
            Readings readings) {
        super("directory.device", readings);
        this.directory = directory;
        this.tags = tags;
        this.pickers = pickers;
        this.looks = looks;
        this.marks = marks;
        this.clock = clock;
        changes = asks.changes(this::again);
    }

    @Override
    boolean enter(BeforeEnterEvent event) {
        opening = uuid(event).map(DeviceId::new).map(Opening::new).orElse(null);
        return opening != null;
    }

    @Override
    @Nullable
    Runnable read() {
        var opened = opening;
        Optional<Seen> found = opened == null
                ? Optional.empty()
                : opened.find(this::see, seen -> looks.device(seen.file().device(), seen.owner()));
        if (found.isEmpty()) {
            return null;
        }
        DeviceFile file = found.get().file();
        FleetDevice device = file.device();
        Optional<UserFile> owner = Optional.ofNullable(found.get().owner());
        var groups = directory.groups();
        Card tagged = tags.ofDevice(device, file.tags(), changes);
        return () -> {
            name(device.title());
            removeAll();
            add(
                    new PageHeader(device.title())
                            .back(getTranslation("directory.devices"), DevicesView.class)
                            .quiet(device.label())
                            .actions(
                                    Buttons.primary(
                                            getTranslation("directory.device.commands"),
                                            () -> getUI().ifPresent(ui -> ui.navigate("device/" + device.id()))),
                                    Buttons.plain(
                                            getTranslation("directory.device.hand-over"),
                                            () -> handOver(device, owner))),
                    changes);
            marks.about(device.id()).ifPresent(this::add);
            add(Rows.two(Rows.stack(facts(device, owner, groups)), Rows.stack(tagged)));
            Lists.others(file.others()).forEach(this::add);
        };
    }

    private Optional<Seen> see(DeviceId id) {
        return directory
                .device(id)
                .map(file -> new Seen(
                        file,
                        Optional.ofNullable(file.device().owner())
                                .flatMap(directory::user)
                                .orElse(null)));
    }

    private Card facts(FleetDevice device, Optional<UserFile> owner, GroupTree groups) {
        var facts = new FactsList()
                .fact(
                        getTranslation("directory.field.owner"),
                        owner.<Component>map(person -> FindTable.link("directory/person/" + person.id(), person.name()))
                                .orElseGet(() -> new Span(getTranslation("directory.device.nobody"))))
                .fact(getTranslation("directory.field.group"), group(device, groups))
                .fact(getTranslation("directory.find.model"), device.model())
                .fact(getTranslation("directory.field.serial"), device.serialNumber())
                .fact(
                        getTranslation("directory.field.system"),
                        FindTable.joined(FindTable.system(device.platform()), device.osVersion()));
        time(facts, "directory.find.contact", device.lastContact());
        time(facts, "directory.device.inventory", device.lastInventory());
        facts.fact(getTranslation("directory.number"), device.id().toString());
        return new Card(getTranslation("directory.facts")).with(facts);
    }

    private void time(FactsList facts, String key, @Nullable Instant at) {
        if (at == null) {
            facts.fact(getTranslation(key), (String) null);
        } else {
            facts.fact(getTranslation(key), TimeText.both(at, clock));
        }
    }

    private static Component group(FleetDevice device, GroupTree groups) {
        var path = groups.lineOf(device.group());
        return path.isEmpty() ? new Span("–") : FindTable.link("directory/group/" + device.group(), path);
    }

    private void handOver(FleetDevice device, Optional<UserFile> owner) {
        var to = pickers.person(getTranslation("directory.device.hand-over.to"));
        to.setWidthFull();
        var from = owner.map(UserFile::name).orElseGet(() -> getTranslation("directory.device.nobody"));
        changes.offer(
                Changes.Offer.of(
                                getTranslation("directory.device.hand-over.title", device.label()),
                                getTranslation("directory.device.hand-over.yes", device.label()),
                                false,
                                getTranslation("directory.device.hand-over.from", from),
                                getTranslation("words.happens.hand-over"))
                        .with(to, () -> Pickers.chosen(to)),
                new Subject.OfDevice(device),
                () -> new Action.HandOver(
                        new UserId(Integer.parseInt(to.getValue().id())),
                        to.getValue().title()));
    }
}
