package se.handtag.trial.mdm.api;

import java.util.List;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.CommandQueue;

/** Rows T1 to T5. */
final class Tags {
    private static final String SELECT = """
            select id "Id", name "Name", description "Description", coalesce(group_id, 0) "GroupId" from tags""";

    private final Store store;
    private final CommandQueue commands;

    Tags(Store store, CommandQueue commands) {
        this.store = store;
        this.commands = commands;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("T1", "tags", _ -> store.array(SELECT + " order by id", List.of())),
                Operation.get("T2", "tags/{id}", this::one),
                Operation.put("T3", "tags/{id}", this::change),
                Operation.post("T4", "tags", this::add),
                Operation.delete("T5", "tags/{id}", this::remove));
    }

    private Answer one(Received received) {
        byte[] tag = store.object(SELECT + " where id = ?", List.of(received.id()));
        if (tag == null) {
            throw unknown(received.id());
        }
        return Answer.json(tag);
    }

    private Answer change(Received received) {
        int id = received.id();
        Fields fields = received.fields("name", "description", "groupId");
        int before = store.sql("select coalesce(group_id, 0) from tags where id = ? for no key update", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> unknown(id));
        store.sql(
                        "update tags set name = coalesce(?, name), description = coalesce(?, description) where id = ?",
                        fields.textIfGiven("name"),
                        fields.text("description"),
                        id)
                .update();
        if (fields.has("groupId")) {
            Integer group = Groups.groupOrRoot(store, fields, "groupId");
            store.sql("update tags set group_id = ? where id = ?", group, id).update();
            if ((group == null ? 0 : group) != before) {
                commands.reconfigureDevicesWithTag(id, "its tag moved to another group");
            }
        }
        return Answer.nothing();
    }

    private Answer add(Received received) {
        Fields fields = received.fields("name", "description", "groupId");
        return Answer.id(store.sql(
                        "insert into tags (name, description, group_id) values (?, ?, ?) returning id",
                        fields.requiredText("name"),
                        fields.text("description"),
                        Groups.groupOrRoot(store, fields, "groupId"))
                .query(Integer.class)
                .single());
    }

    private Answer remove(Received received) {
        int id = received.id();
        int configurations = store.sql("select configurations from tags where id = ? for no key update", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> unknown(id));
        if (configurations > 0) {
            throw Refused.conflict(
                    "The tag cannot be deleted: " + configurations + " configurations are linked to it.");
        }
        store.sql("delete from tags where id = ?", id).update();
        return Answer.nothing();
    }

    private static Refused unknown(int id) {
        return Refused.unknown("There is no tag " + id + ".");
    }

    /** The number of configurations linked to a tag that a field names. */
    static int configurationsOf(Store store, int tag) {
        return store.sql("select configurations from tags where id = ? for key share", tag)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Refused.malformed("There is no tag " + tag + "."));
    }
}
