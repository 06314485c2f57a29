package se.handtag.trial.mdm.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Filter;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Query;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.CommandQueue;

/** Rows D1 to D4. What is known of a device beyond the contract's fields is not told here. */
final class Devices {
    private static final String SELECT = """
            select d.id "Id", d.serial_number "SerialNumber", d.user_id "UserId", coalesce(u.group_id, 0) "GroupId", \
            d.name "Name", d.model "Model", d.platform "Platform", d.os_version "OsVersion", \
            d.last_contact "LastContact", d.last_inventory "LastInventory" \
            from devices d left join users u on u.id = d.user_id""";

    private final Store store;
    private final CommandQueue commands;

    Devices(Store store, CommandQueue commands) {
        this.store = store;
        this.commands = commands;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("D1", "devices", _ -> store.array(SELECT, List.of())),
                Operation.get("D2", "devices/{id}", this::one),
                Operation.search(
                        "D3",
                        "devices",
                        Set.of("serialnumber", "groupid", "userid", "accountname", "tagid"),
                        this::search),
                Operation.put("D4", "devices/{id}", this::giveToAnotherUser));
    }

    private Answer one(Received received) {
        byte[] device = store.object(SELECT + " where d.id = ?", List.of(received.guid()));
        if (device == null) {
            throw unknown(received.guid());
        }
        return Answer.json(device);
    }

    private Answer search(Received received) {
        Query query = received.query();
        Filter filter = new Filter()
                .and("lower(d.serial_number) = ?", Users.lower(query.text("serialNumber")))
                .and("coalesce(u.group_id, 0) = ?", query.integer("groupId"))
                .and("d.user_id = ?", query.integer("userId"))
                .and("lower(u.account_name) = ?", Users.lower(query.text("accountName")))
                .and("d.id in (select device_id from device_tags where tag_id = ?)", query.integer("tagId"));
        return store.array(SELECT + filter.where() + " order by d.id", filter.parameters());
    }

    private Answer giveToAnotherUser(Received received) {
        UUID device = received.guid();
        Integer user = received.fields("userId").integer("userId");
        Owner before = store.sql("select user_id from devices where id = ? for no key update", device)
                .query((row, _) -> new Owner(row.getObject(1, Integer.class)))
                .optional()
                .orElseThrow(() -> unknown(device));
        if (user == null || user.equals(before.user())) {
            return Answer.nothing();
        }
        if (!exists(user)) {
            throw Refused.malformed("There is no user " + user + ".");
        }
        store.sql("update devices set user_id = ? where id = ?", user, device).update();
        if (!configurationOf(user).equals(configurationOf(before.user()))) {
            commands.reconfigure(device, "it was given to another user");
        }
        return Answer.nothing();
    }

    private boolean exists(int user) {
        return store.sql("select id from users where id = ? for key share", user)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What of a user decides how a device is configured: group and tags. */
    private String configurationOf(@Nullable Integer user) {
        return store.sql("""
                        select concat((select group_id from users where id = ?), '|',
                            (select string_agg(cast(tag_id as text), ',' order by tag_id) from user_tags where user_id = ?))""", user, user).query(String.class).single();
    }

    static Refused unknown(UUID id) {
        return Refused.unknown("There is no device " + id + ".");
    }

    /** Who had the device; null for nobody. */
    private record Owner(@Nullable Integer user) {}
}
