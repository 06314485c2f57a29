package se.handtag.trial.mdm.api;

import java.util.List;
import java.util.UUID;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.CommandQueue;
import se.handtag.trial.mdm.world.Order;

/**
 * Rows C1 to C7. 200 means that the command waits for the device; whether the device can do it shows when it tries, and
 * only in the journal.
 */
final class Commands {
    private static final int LONGEST_MESSAGE = 1_000;

    private final Store store;
    private final CommandQueue commands;

    Commands(Store store, CommandQueue commands) {
        this.store = store;
        this.commands = commands;
    }

    List<Operation> operations() {
        return List.of(
                command("C1", "inventorydevice", received -> plain(received, new Order.Inventory())),
                command("C2", "installapp", this::install),
                command("C3", "removeapp", Commands::remove),
                command("C4", "lockdevice", received -> plain(received, new Order.Lock())),
                command("C5", "wipedevice", received -> plain(received, new Order.Wipe())),
                command("C6", "clearpasscode", received -> plain(received, new Order.ClearPasscode())),
                command("C7", "sendmessage", Commands::message));
    }

    private Operation command(String row, String name, Reading reading) {
        return Operation.post(row, "devices/{id}/" + name, received -> {
            UUID device = received.guid();
            if (!commands.isThere(device)) {
                throw Devices.unknown(device);
            }
            commands.add(device, reading.order(received));
            return Answer.nothing();
        });
    }

    private static Order plain(Received received, Order order) {
        Fields.none(received.body());
        return order;
    }

    private Order install(Received received) {
        Fields fields = received.fields("appId", "vpp");
        int app = fields.requiredInteger("appId");
        boolean vpp = fields.flag("vpp");
        if (store.sql("select id from apps where id = ?", app)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw Refused.malformed("There is no app " + app + ".");
        }
        return new Order.Install(app, vpp);
    }

    private static Order remove(Received received) {
        return new Order.Remove(received.fields("identifier").requiredText("identifier"));
    }

    private static Order message(Received received) {
        String message = received.fields("message").requiredText("message");
        if (message.length() > LONGEST_MESSAGE) {
            throw Refused.malformed("The field message is longer than " + LONGEST_MESSAGE + " characters.");
        }
        return new Order.Message(message);
    }

    /** Reads what a call orders. */
    private interface Reading {
        Order order(Received received);
    }
}
