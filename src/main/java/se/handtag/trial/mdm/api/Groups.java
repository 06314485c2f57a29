package se.handtag.trial.mdm.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Refused;

/** Rows G1 to G6. The root has no row of its own; it is group 0. */
final class Groups {
    private static final String SELECT =
            "select id \"Id\", name \"Name\", coalesce(parent_id, 0) \"ParentId\" from groups";

    private final Store store;

    Groups(Store store) {
        this.store = store;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("G1", "groups", _ -> store.array(SELECT + " order by id", List.of())),
                Operation.get("G2", "groups/{id}", this::one),
                Operation.search("G3", "groups", Set.of("path"), this::byPath),
                Operation.put("G4", "groups/{id}", this::rename),
                Operation.post("G5", "groups", this::add),
                Operation.delete("G6", "groups/{id}", this::remove));
    }

    private Answer one(Received received) {
        return found(received.id());
    }

    private Answer found(int id) {
        byte[] group = store.object(SELECT + " where id = ?", List.of(id));
        if (group == null) {
            throw unknown(id);
        }
        return Answer.json(group);
    }

    /** Names compare without regard to case, as group names in consoles of this kind do. */
    private Answer byPath(Received received) {
        String path = Objects.requireNonNull(received.query().text("path"));
        List<@Nullable Integer> level = new ArrayList<>();
        level.add(null);
        for (String name : path.split("[/\\\\]", -1)) {
            if (name.isEmpty()) {
                throw Refused.malformed("The path has an empty part.");
            }
            List<@Nullable Integer> next = new ArrayList<>();
            for (Integer parent : level) {
                next.addAll(store.sql(
                                "select id from groups where lower(name) = ? and parent_id is not distinct from cast(? as integer)",
                                name.toLowerCase(Locale.ROOT),
                                parent)
                        .query(Integer.class)
                        .list());
            }
            level = next;
        }
        if (level.isEmpty()) {
            throw Refused.unknown("No group has the path " + path + ".");
        }
        if (level.size() > 1) {
            throw Refused.conflict(level.size() + " groups have the path " + path + ".");
        }
        return found(Objects.requireNonNull(level.getFirst()));
    }

    private Answer rename(Received received) {
        String name = received.fields("name").requiredText("name");
        int changed = store.sql("update groups set name = ? where id = ?", name, received.id())
                .update();
        if (changed == 0) {
            throw unknown(received.id());
        }
        return Answer.nothing();
    }

    private Answer add(Received received) {
        Fields fields = received.fields("name", "parentId");
        return Answer.id(store.sql(
                        "insert into groups (name, parent_id) values (?, ?) returning id",
                        fields.requiredText("name"),
                        groupOrRoot(store, fields, "parentId"))
                .query(Integer.class)
                .single());
    }

    private Answer remove(Received received) {
        int id = received.id();
        refuseIfAny(id, "select count(*) from groups where parent_id = ?", "subgroups");
        refuseIfAny(id, "select count(*) from users where group_id = ?", "users");
        refuseIfAny(id, "select count(*) from tags where group_id = ?", "tags");
        if (store.sql("delete from groups where id = ?", id).update() == 0) {
            throw unknown(id);
        }
        return Answer.nothing();
    }

    private void refuseIfAny(int id, String count, String what) {
        long linked = store.sql(count, id).query(Long.class).single();
        if (linked > 0) {
            throw Refused.conflict("The group cannot be deleted: " + linked + " " + what + " are linked to it.");
        }
    }

    /** The group that a field names; null for the root, which is 0 or the field's absence. */
    static @Nullable Integer groupOrRoot(Store store, Fields fields, String name) {
        Integer id = fields.integer(name);
        if (id == null || id == 0) {
            return null;
        }
        if (store.sql("select id from groups where id = ? for key share", id)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw Refused.malformed("There is no group " + id + ".");
        }
        return id;
    }

    private static Refused unknown(int id) {
        return Refused.unknown("There is no group " + id + ".");
    }
}
