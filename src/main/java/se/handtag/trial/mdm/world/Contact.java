package se.handtag.trial.mdm.world;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.store.Store;

/** One device in contact with the MDM: it carries out what waits for it, oldest first. */
final class Contact {
    /** Until the owner of a device whose passcode was cleared sets a new one. */
    private static final Duration NEW_PASSCODE = Duration.ofHours(1);

    private final Store store;
    private final Journal journal;
    private final Pace pace;
    private final Apps apps;

    Contact(Store store, Journal journal, Pace pace) {
        this.store = store;
        this.journal = journal;
        this.pace = pace;
        this.apps = new Apps(store);
    }

    /** Everything that happens at this contact, in the caller's transaction. */
    void of(UUID id) {
        Device device = store.sql(
                        "select platform, supervised from devices where id = ? and online for no key update", id)
                .query((row, _) -> new Device(id, Platform.of(row.getInt(1)), row.getBoolean(2)))
                .optional()
                .orElse(null);
        if (device == null) {
            return;
        }
        store.sql(
                        "update devices set last_contact = ?, next_contact = " + Pace.LATER + " where id = ?",
                        pace.now(),
                        pace.now(),
                        pace.salt(),
                        pace.factor(),
                        id)
                .update();
        for (Waiting command : waiting(id)) {
            Outcome outcome = carryOut(device, command);
            store.sql(
                            "update commands set state = ?, reason = ?, ended_at = ? where id = ?",
                            outcome.state(),
                            outcome.note(),
                            outcome instanceof Outcome.Asked ? null : pace.now(),
                            command.id())
                    .update();
            journal.device(outcome.state(), id, command.id(), command.order().kind() + ": " + outcome.note());
            if (command.order() instanceof Order.Wipe) {
                lapseTheRest(id);
                return;
            }
        }
    }

    private Outcome carryOut(Device device, Waiting command) {
        Order order = command.order();
        String refusal = device.platform().refusal(order, device.supervised());
        if (refusal != null) {
            return new Outcome.Failed(refusal);
        }
        return switch (order) {
            case Order.Inventory _ -> inventory(device);
            case Order.Install install ->
                apps.install(device.id(), device.platform(), device.supervised(), install, command.asked());
            case Order.Remove remove -> apps.remove(device.id(), remove.identifier());
            case Order.Lock _ -> lock(device);
            case Order.Wipe _ -> wipe(device);
            case Order.ClearPasscode _ -> clearPasscode(device);
            case Order.Message message -> show(device, message.text());
            case Order.Reconfigure reconfigure -> new Outcome.Done("configured anew, since " + reconfigure.why());
        };
    }

    private Outcome inventory(Device device) {
        set("last_inventory = ?", device, pace.now());
        return new Outcome.Done("reported " + apps.count(device.id()) + " apps");
    }

    private Outcome lock(Device device) {
        set("locked = ?", device, true);
        return new Outcome.Done(
                hasPasscode(device)
                        ? "the screen is locked"
                        : "the screen is off; there is no passcode to open it with");
    }

    private Outcome clearPasscode(Device device) {
        boolean had = hasPasscode(device);
        set(
                "locked = false, passcode = false, passcode_due = ?",
                device,
                pace.now().plus(NEW_PASSCODE));
        return new Outcome.Done(had ? "the passcode is gone" : "there was no passcode");
    }

    private Outcome show(Device device, String text) {
        set("message = ?", device, text);
        return new Outcome.Done("shown on the screen");
    }

    private Outcome wipe(Device device) {
        boolean onlyWorkProfile = device.platform() == Platform.ANDROID && !device.supervised();
        apps.removeAll(device.id(), onlyWorkProfile);
        if (onlyWorkProfile) {
            set("enrolled = false, online = ?, message = null", device, false);
            return new Outcome.Done("the work profile is erased; what is private stays");
        }
        set(
                "enrolled = false, online = ?, passcode = false, passcode_due = null, locked = false, message = null",
                device,
                false);
        return new Outcome.Done("erased, back to factory settings");
    }

    private boolean hasPasscode(Device device) {
        return store.sql("select passcode from devices where id = ?", device.id())
                .query(Boolean.class)
                .single();
    }

    private void set(String assignments, Device device, Object value) {
        store.sql("update devices set " + assignments + " where id = ?", value, device.id())
                .update();
    }

    private void lapseTheRest(UUID device) {
        for (Waiting left : waiting(device)) {
            store.sql(
                            "update commands set state = 'lapsed', reason = ?, ended_at = ? where id = ?",
                            "the device was erased",
                            pace.now(),
                            left.id())
                    .update();
            journal.device("lapsed", device, left.id(), left.order().kind() + ": the device was erased");
        }
    }

    private List<Waiting> waiting(UUID device) {
        return store.sql(
                        "select id, kind, detail, app_id, vpp, state from commands"
                                + " where device_id = ? and state in ('waiting', 'asked') order by id",
                        device)
                .query((row, _) -> new Waiting(
                        row.getLong("id"),
                        Order.of(
                                row.getString("kind"),
                                row.getString("detail"),
                                row.getObject("app_id", Integer.class),
                                row.getBoolean("vpp")),
                        row.getString("state").equals("asked")))
                .list();
    }

    private record Device(UUID id, Platform platform, boolean supervised) {}

    /** A command not yet ended; asked: its owner has been asked. */
    private record Waiting(long id, Order order, boolean asked) {}
}
