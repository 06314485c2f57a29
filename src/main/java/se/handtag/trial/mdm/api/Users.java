package se.handtag.trial.mdm.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Filter;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Query;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.CommandQueue;

/** Rows U1 to U6. */
final class Users {
    private static final String SELECT = """
            select id "Id", name "Name", email "Email", phone_number "PhoneNumber", account_group "AccountGroup", \
            account_name "AccountName", coalesce(group_id, 0) "GroupId", company "Company", office "Office", \
            department "Department", position "Position" from users""";

    private final Store store;
    private final CommandQueue commands;

    Users(Store store, CommandQueue commands) {
        this.store = store;
        this.commands = commands;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("U1", "users", _ -> store.array(SELECT + " order by id", List.of())),
                Operation.get("U2", "users/{id}", this::one),
                Operation.search(
                        "U3", "users", Set.of("email", "phonenumber", "account", "groupid", "tagid"), this::search),
                Operation.put("U4", "users/{id}", this::change),
                Operation.post("U5", "users", this::add),
                Operation.delete("U6", "users/{id}", this::remove));
    }

    private Answer one(Received received) {
        byte[] user = store.object(SELECT + " where id = ?", List.of(received.id()));
        if (user == null) {
            throw unknown(received.id());
        }
        return Answer.json(user);
    }

    private Answer search(Received received) {
        Query query = received.query();
        Filter filter = new Filter()
                .and("lower(email) = ?", lower(query.text("email")))
                .and("phone_number = ?", query.text("phoneNumber"))
                .and("lower(account_name) = ?", lower(query.text("account")))
                .and("coalesce(group_id, 0) = ?", query.integer("groupId"))
                .and("id in (select user_id from user_tags where tag_id = ?)", query.integer("tagId"));
        return store.array(SELECT + filter.where() + " order by id", filter.parameters());
    }

    private Answer change(Received received) {
        int id = received.id();
        Fields fields = received.fields(
                "name", "email", "phoneNumber", "groupId", "company", "office", "department", "position");
        int before = store.sql("select coalesce(group_id, 0) from users where id = ? for no key update", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> unknown(id));
        store.sql(
                        """
                        update users set name = coalesce(?, name), email = coalesce(?, email),
                            phone_number = coalesce(?, phone_number), company = coalesce(?, company),
                            office = coalesce(?, office), department = coalesce(?, department),
                            position = coalesce(?, position)
                        where id = ?""",
                        fields.textIfGiven("name"),
                        fields.text("email"),
                        fields.text("phoneNumber"),
                        fields.text("company"),
                        fields.text("office"),
                        fields.text("department"),
                        fields.text("position"),
                        id)
                .update();
        if (fields.has("groupId")) {
            Integer group = Groups.groupOrRoot(store, fields, "groupId");
            store.sql("update users set group_id = ? where id = ?", group, id).update();
            if ((group == null ? 0 : group) != before) {
                commands.reconfigureDevicesOf(id, "its user moved to another group");
            }
        }
        return Answer.nothing();
    }

    private Answer add(Received received) {
        Fields fields = received.fields(
                "name",
                "email",
                "phoneNumber",
                "accountGroup",
                "accountName",
                "groupId",
                "company",
                "office",
                "department",
                "position");
        return Answer.id(store.sql(
                        """
                        insert into users (name, email, phone_number, account_group, account_name, group_id, company,
                            office, department, position)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                        fields.requiredText("name"),
                        fields.text("email"),
                        fields.text("phoneNumber"),
                        fields.text("accountGroup"),
                        fields.text("accountName"),
                        Groups.groupOrRoot(store, fields, "groupId"),
                        fields.text("company"),
                        fields.text("office"),
                        fields.text("department"),
                        fields.text("position"))
                .query(Integer.class)
                .single());
    }

    private Answer remove(Received received) {
        int id = received.id();
        long devices = store.sql("select count(*) from devices where user_id = ?", id)
                .query(Long.class)
                .single();
        if (devices > 0) {
            throw Refused.conflict("The user cannot be deleted: " + devices + " devices are linked.");
        }
        if (store.sql("delete from users where id = ?", id).update() == 0) {
            throw unknown(id);
        }
        return Answer.nothing();
    }

    static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static Refused unknown(int id) {
        return Refused.unknown("There is no user " + id + ".");
    }
}
