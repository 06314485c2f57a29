package se.handtag.commands;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.devices.Fleet;
import se.handtag.identity.Person;
import se.handtag.mdm.Device;
import se.handtag.mdm.DeviceCommands;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.Devices;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/** Takes commands from being due to the MDM's yes, as the scheduler does on a node, and makes the same call bare. */
public final class Sender {
    private final Fleet fleet;
    private final Placing placing;
    private final Delivery delivery;
    private final CommandStore store;
    private final DeviceCommands mdm;
    private final Devices devices;
    private final TransactionTemplate transaction;

    /** @param portal with the rooms that a command passes */
    public Sender(BeanFactory portal) {
        fleet = portal.getBean(Fleet.class);
        placing = portal.getBean(Placing.class);
        delivery = portal.getBean(Delivery.class);
        store = portal.getBean(CommandStore.class);
        mdm = portal.getBean(DeviceCommands.class);
        devices = portal.getBean(Devices.class);
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    /** As many as the MDM has, each once. */
    public List<DeviceId> devices() {
        try (Stream<Device> all = devices.all()) {
            return all.map(Device::id).toList();
        }
    }

    /** A refresh that is due. */
    public CommandId place(Person by, DeviceId device) {
        var subject = new Subject.OfDevice(fleet.readNow(device).orElseThrow());
        var order = new Order(by.id(), by.name(), by.roles(), null, subject, new Action.Refresh());
        return transaction.execute(_ -> placing.place(order));
    }

    /** Decides again, writes down what it means to do, calls the MDM, and writes down what came of it; all durable. */
    public void send(CommandId command) {
        delivery.next(command);
    }

    /** The call alone. */
    public void call(DeviceId device) {
        mdm.inventoryDevice(device);
    }

    /** @throws IllegalStateException when the MDM has not said yes to the command */
    public void check(CommandId sent) {
        Command command = store.find(sent).orElseThrow();
        if (command.state() != CommandState.ACCEPTED) {
            throw new IllegalStateException(sent + " came to " + command.steps());
        }
    }
}
