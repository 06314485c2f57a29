package se.handtag.trial.mdm.world;

import java.util.UUID;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.store.Store;

/** Commands that wait for their devices. To be used inside a transaction of the store. */
public final class CommandQueue {
    private final Store store;
    private final Journal journal;
    private final Pace pace;

    CommandQueue(Store store, Journal journal, Pace pace) {
        this.store = store;
        this.journal = journal;
        this.pace = pace;
    }

    /** Whether there is such a device; it then stays until the transaction ends. */
    public boolean isThere(UUID device) {
        return store.sql("select id from devices where id = ? for key share", device)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Lets a command wait for a device, and makes the device call in soon if it is online. */
    public void add(UUID device, Order order) {
        call(device);
        Order.Install install = order instanceof Order.Install app ? app : null;
        long id = store.sql(
                        "insert into commands (device_id, kind, detail, app_id, vpp, received_at) values (?, ?, ?, ?, ?, ?)"
                                + " returning id",
                        device,
                        order.kind(),
                        order.detail(),
                        install == null ? null : install.app(),
                        install != null && install.vpp(),
                        pace.now())
                .query(Long.class)
                .single();
        String detail = order.detail();
        journal.device("queued", device, id, order.kind() + (detail == null ? "" : ": " + detail));
    }

    /** Has one device configured anew. */
    public void reconfigure(UUID device, String why) {
        add(device, new Order.Reconfigure(why));
    }

    /** Has all devices of a user configured anew. */
    public void reconfigureDevicesOf(int user, String why) {
        reconfigureAll("select id from devices where user_id = ? order by id", why, user);
    }

    /** Has all devices configured anew that have a tag, or whose user has it. */
    public void reconfigureDevicesWithTag(int tag, String why) {
        reconfigureAll("""
                select d.id from devices d
                where d.id in (select device_id from device_tags where tag_id = ?)
                   or d.user_id in (select user_id from user_tags where tag_id = ?)
                order by d.id""", why, tag, tag);
    }

    private void reconfigureAll(String devices, String why, Object... parameters) {
        for (UUID device : store.column(UUID.class, devices, parameters)) {
            reconfigure(device, why);
        }
    }

    /** Leaves a device alone that calls in by then anyway: its row may be busy with a long contact. */
    private void call(UUID device) {
        store.sql(
                        "update devices set next_contact = " + Pace.SOON
                                + " where id = ? and online and next_contact > " + Pace.SOON,
                        pace.now(),
                        pace.salt(),
                        pace.factor(),
                        device,
                        pace.now(),
                        pace.salt(),
                        pace.factor())
                .update();
    }
}
