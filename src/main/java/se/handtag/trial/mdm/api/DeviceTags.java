package se.handtag.trial.mdm.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Filter;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Query;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.CommandQueue;

/**
 * Rows DT1 to DT5. "Reconfigured if needed" means: if configurations are linked to the tag. A tag that the device has
 * already is not linked twice; the answer is the link's id.
 */
final class DeviceTags {
    private static final String SELECT = """
            select id "Id", device_id "DeviceId", tag_id "TagId" from device_tags""";

    private final Store store;
    private final CommandQueue commands;

    DeviceTags(Store store, CommandQueue commands) {
        this.store = store;
        this.commands = commands;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("DT1", "devicetags", _ -> store.array(SELECT + " order by id", List.of())),
                Operation.get("DT2", "devicetags/{id}", this::one),
                Operation.search("DT3", "devicetags", Set.of("deviceid", "serialnumber"), this::search),
                Operation.post("DT4", "devicetags", this::add),
                Operation.delete("DT5", "devicetags/{id}", this::remove));
    }

    private Answer one(Received received) {
        byte[] link = store.object(SELECT + " where id = ?", List.of(received.id()));
        if (link == null) {
            throw unknown(received.id());
        }
        return Answer.json(link);
    }

    private Answer search(Received received) {
        Query query = received.query();
        String device = query.text("deviceId");
        Filter filter = new Filter()
                .and("device_id = ?", device == null ? null : Fields.guid(device, "The parameter deviceId"))
                .and(
                        "device_id in (select id from devices where lower(serial_number) = ?)",
                        Users.lower(query.text("serialNumber")));
        return store.array(SELECT + filter.where() + " order by id", filter.parameters());
    }

    private Answer add(Received received) {
        Fields fields = received.fields("deviceId", "tagId");
        UUID device = fields.requiredGuid("deviceId");
        int tag = fields.requiredInteger("tagId");
        int configurations = Tags.configurationsOf(store, tag);
        if (store.sql("select id from devices where id = ? for key share", device)
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw Refused.malformed("There is no device " + device + ".");
        }
        var added = store.sql(
                        "insert into device_tags (device_id, tag_id) values (?, ?) on conflict do nothing returning id",
                        device,
                        tag)
                .query(Integer.class)
                .optional();
        if (added.isPresent() && configurations > 0) {
            commands.reconfigure(device, "it was given a tag");
        }
        return Answer.id(added.orElseGet(
                () -> store.sql("select id from device_tags where device_id = ? and tag_id = ?", device, tag)
                        .query(Integer.class)
                        .single()));
    }

    private Answer remove(Received received) {
        Link removed = store.sql("""
                        delete from device_tags l using tags t where l.id = ? and t.id = l.tag_id
                        returning l.device_id, t.configurations""", received.id())
                .query((row, _) -> new Link(row.getObject(1, UUID.class), row.getInt(2)))
                .optional()
                .orElseThrow(() -> unknown(received.id()));
        if (removed.configurations() > 0) {
            commands.reconfigure(removed.device(), "a tag was taken from it");
        }
        return Answer.nothing();
    }

    private static Refused unknown(int id) {
        return Refused.unknown("There is no device tag " + id + ".");
    }

    private record Link(UUID device, int configurations) {}
}
