package se.handtag.trial.mdm.api;

import java.util.List;
import java.util.Set;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Filter;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Query;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.CommandQueue;

/**
 * Rows UT1 to UT5. Adding reconfigures all devices of the user, removing only if configurations are linked to the tag,
 * as the document words it. A tag that the user has already is not linked twice; the answer is the link's id.
 */
final class UserTags {
    private static final String SELECT = """
            select id "Id", user_id "UserId", tag_id "TagId" from user_tags""";

    private final Store store;
    private final CommandQueue commands;

    UserTags(Store store, CommandQueue commands) {
        this.store = store;
        this.commands = commands;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("UT1", "usertags", _ -> store.array(SELECT + " order by id", List.of())),
                Operation.get("UT2", "usertags/{id}", this::one),
                Operation.search("UT3", "usertags", Set.of("userid", "email"), this::search),
                Operation.post("UT4", "usertags", this::add),
                Operation.delete("UT5", "usertags/{id}", this::remove));
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
        Filter filter = new Filter()
                .and("user_id = ?", query.integer("userId"))
                .and("user_id in (select id from users where lower(email) = ?)", Users.lower(query.text("email")));
        return store.array(SELECT + filter.where() + " order by id", filter.parameters());
    }

    private Answer add(Received received) {
        Fields fields = received.fields("userId", "tagId");
        int user = fields.requiredIntegerOrText("userId");
        int tag = fields.requiredInteger("tagId");
        Tags.configurationsOf(store, tag);
        if (store.sql("select id from users where id = ? for key share", user)
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw Refused.malformed("There is no user " + user + ".");
        }
        var added = store.sql(
                        "insert into user_tags (user_id, tag_id) values (?, ?) on conflict do nothing returning id",
                        user,
                        tag)
                .query(Integer.class)
                .optional();
        if (added.isPresent()) {
            commands.reconfigureDevicesOf(user, "its user was given a tag");
        }
        return Answer.id(
                added.orElseGet(() -> store.sql("select id from user_tags where user_id = ? and tag_id = ?", user, tag)
                        .query(Integer.class)
                        .single()));
    }

    private Answer remove(Received received) {
        Link removed = store.sql("""
                        delete from user_tags l using tags t where l.id = ? and t.id = l.tag_id
                        returning l.user_id, t.configurations""", received.id())
                .query((row, _) -> new Link(row.getInt(1), row.getInt(2)))
                .optional()
                .orElseThrow(() -> unknown(received.id()));
        if (removed.configurations() > 0) {
            commands.reconfigureDevicesOf(removed.user(), "a tag was taken from its user");
        }
        return Answer.nothing();
    }

    private static Refused unknown(int id) {
        return Refused.unknown("There is no user tag " + id + ".");
    }

    private record Link(int user, int configurations) {}
}
