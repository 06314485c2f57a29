package se.handtag.requests;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;

/**
 * Who approves for which group of the MDM and the groups below it. Whoever is added may decide more, and whoever is taken away
 * leaves it to others, so that every change takes a second person of IT. It counts for what waits as well.
 */
@Component
public class GroupApprovers implements Guarded {
    /** The {@link Proposal#kind} of a change. */
    public static final String KIND = "approvers";

    private static final String VALUE = "approvers";
    private static final String BETWEEN = ", ";

    private final JdbcClient database;
    private final ApproverNames names;
    private final SecondPerson second;
    private final Lines lines;

    GroupApprovers(JdbcClient database, ApproverNames names, SecondPerson second, Lines lines) {
        this.database = database;
        this.names = names;
        this.second = second;
        this.lines = lines;
    }

    /** By the group's path, with {@code /} between. The addresses are in lower case. */
    public SortedMap<String, SortedSet<String>> all(Person person) {
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("Approvers are shown to IT");
        }
        SortedMap<String, SortedSet<String>> all = new TreeMap<>();
        database.sql("select group_path, address from requests.approver")
                .query((row, _) -> all.computeIfAbsent(row.getString("group_path"), _ -> new TreeSet<>())
                        .add(row.getString("address")))
                .list();
        return all;
    }

    /** The names of those who have signed in at least once; of the others their address. */
    public Map<String, String> names(Collection<String> addresses) {
        return names.of(addresses);
    }

    /** Proposes who approves for a group from now on; nobody is possible: then those of the group above do. */
    public Proposal.Outcome propose(Actor actor, String group, Set<String> addresses) {
        return second.change(actor, KIND, group, label(group), values(addresses));
    }

    /** A group's path, for people. */
    static String label(String group) {
        return group.replace("/", " › ");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SortedMap<String, String> now(String group) {
        return values(Set.copyOf(database.sql("select address from requests.approver where group_path = :group")
                .param("group", group)
                .query(String.class)
                .list()));
    }

    static SortedMap<String, String> values(Collection<String> addresses) {
        String all = addresses.stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(BETWEEN));
        return new TreeMap<>(Map.of(VALUE, all));
    }

    @Override
    public boolean looser(SortedMap<String, String> before, SortedMap<String, String> after) {
        return true;
    }

    @Override
    public void set(String group, String label, SortedMap<String, String> after) {
        database.sql("insert into requests.approver_group (path) values (:group) on conflict do nothing")
                .param("group", group)
                .update();
        database.sql("delete from requests.approver where group_path = :group")
                .param("group", group)
                .update();
        Arrays.stream(after.getOrDefault(VALUE, "").split(BETWEEN))
                .filter(address -> !address.isEmpty())
                .forEach(address -> database.sql(
                                "insert into requests.approver (group_path, address) values (:group, :address)")
                        .param("group", group)
                        .param("address", address)
                        .update());
    }

    /** What waits goes to whoever approves now, and those who changed it get no say in that. */
    @Override
    public void changed(Set<String> by) {
        lines.redraw(by);
    }

    @Override
    public AuditEntry record(String group, String label) {
        return about(label);
    }

    /** A record about a group's approvers, without who and what. */
    static AuditEntry about(String label) {
        return AuditEntry.of(AuditKind.DATA).action("change-approvers").fact("group", label);
    }
}
