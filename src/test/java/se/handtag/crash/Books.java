package se.handtag.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.handtag.audit.StatesAndRecords;

/**
 * Holds what the portal's database says against what the MDM's journal says. Every message has words of its own, every wipe
 * a phone of its own; locks and refreshes are counted by phone.
 */
final class Books {
    /**
     * Commands that are not at their end; a phone that was erased, whatever is known of that, has no more to say, neither to
     * its wipe nor to the lock before it, though the portal waits for a day.
     */
    static final String UNDER_WAY = """
            commands.command c where state not in
              ('EFFECT_SEEN', 'NOT_VERIFIABLE', 'CONTRADICTED', 'REFUSED', 'CANCELLED', 'SETTLED_DONE', 'SETTLED_NOT_DONE')
               and not (state in ('ACCEPTED', 'CONTACT_SINCE') and exists (
                     select from commands.command w
                      where w.device = c.device and w.action = 'WIPE' and w.attempts > 0))""";

    private static final Pattern CALL =
            Pattern.compile("POST /api/devices/([0-9a-f-]{36})/(lockdevice|inventorydevice|sendmessage|wipedevice)");
    private static final Pattern WORDS = Pattern.compile("word-\\d+-\\d+");
    private static final Map<String, String> OPERATIONS =
            Map.of("LOCK", "lockdevice", "REFRESH", "inventorydevice", "MESSAGE", "sendmessage", "WIPE", "wipedevice");

    private static final Map<String, String> FAULTS = Map.of(
            "an attempt without its intent",
            """
            select c.id from commands.command c
             where c.attempts <> (select count(*) from commands.step s where s.command = c.id and s.state = 'SENDING')""",
            "tried without bounds",
            "select id from commands.command where attempts > 6",
            "a command that is not at its end",
            "select id from " + UNDER_WAY,
            "a request that led to more than one command",
            "select request from commands.command where request is not null group by 1 having count(*) > 1");

    private final Witness witness;
    private final Map<String, Integer> taken = new HashMap<>();

    Books(Witness witness) {
        this.witness = witness;
    }

    /**
     * Everything that does not fit, once nothing is due any more.
     *
     * @param requests those of which the portal said that it has them
     */
    List<String> faults(Connection database, Set<String> requests) throws SQLException {
        read();
        var records = new StatesAndRecords(JdbcClient.create(new SingleConnectionDataSource(database, true)), 0);
        List<String> faults = new ArrayList<>(records.differences());
        faults.addAll(records.misplaced());
        try (Statement statement = database.createStatement()) {
            for (var check : FAULTS.entrySet()) {
                try (ResultSet rows = statement.executeQuery(check.getValue())) {
                    while (rows.next()) {
                        faults.add(check.getKey() + ": " + rows.getString(1));
                    }
                }
            }
            Set<String> missing = new TreeSet<>(requests);
            compare(statement, faults, missing);
            missing.forEach(lost -> faults.add("lost: request " + lost));
        }
        return faults;
    }

    private void read() {
        for (Witness.Call call : witness.readOn()) {
            Matcher known = CALL.matcher(call.request());
            if (call.taken() && known.lookingAt()) {
                taken.merge(key(known.group(2), known.group(1), call.body()), 1, Integer::sum);
            }
        }
    }

    private static String key(String operation, String device, String body) {
        Matcher words = WORDS.matcher(body);
        return operation + " " + (operation.equals("sendmessage") && words.find() ? words.group() : device);
    }

    /** How often it was wanted, how often tried, and how often said to be accepted. */
    private record Sent(boolean repeatable, int commands, int attempts, int accepted) {
        Sent and(Sent other) {
            return new Sent(
                    repeatable, commands + other.commands, attempts + other.attempts, accepted + other.accepted);
        }
    }

    private void compare(Statement statement, List<String> faults, Set<String> missing) throws SQLException {
        Map<String, Sent> sent = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("""
                select request::text, action, device::text, payload::text, attempts,
                       exists (select from commands.step where command = id and state = 'ACCEPTED')
                  from commands.command""")) {
            while (rows.next()) {
                String request = rows.getString(1);
                if (request != null) {
                    missing.remove(request);
                }
                String action = rows.getString(2);
                boolean repeatable = action.equals("LOCK") || action.equals("REFRESH");
                sent.merge(
                        key(OPERATIONS.getOrDefault(action, action), rows.getString(3), rows.getString(4)),
                        new Sent(repeatable, 1, rows.getInt(5), rows.getBoolean(6) ? 1 : 0),
                        Sent::and);
            }
        }
        taken.forEach((what, times) -> {
            Sent by = sent.get(what);
            if (by == null || times > by.attempts()) {
                faults.add("sent without an intent: " + what + ", " + times + " times, " + by);
            } else if (!by.repeatable() && times > by.commands()) {
                faults.add("doubled: " + what);
            }
        });
        sent.forEach((what, by) -> {
            if (by.accepted() > taken.getOrDefault(what, 0)) {
                faults.add("said to be accepted, and never there: " + what);
            }
        });
    }
}
