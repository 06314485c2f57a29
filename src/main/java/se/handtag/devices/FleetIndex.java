package se.handtag.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.Longest;
import se.handtag.mdm.Platform;

/**
 * Finds people, devices, serial numbers, apps, groups and tags by any word of theirs, a device also by its owner's. It looks
 * in the portal's own database, so that it answers at once however large the fleet is, also while the MDM is away; what it
 * knows is as old as {@link #age()} says.
 */
@Component
public class FleetIndex {
    private static final int MOST_WORDS = 6;
    private static final int SHORT = 3;

    private final JdbcClient database;

    FleetIndex(JdbcClient database) {
        this.database = database;
    }

    /**
     * How old the knowledge is.
     *
     * @param readAt when everything was read last
     * @param entries how many things were there
     */
    public record Age(Instant readAt, int entries) {}

    /**
     * What fits every word of the text, people first, by title.
     *
     * @param text any case; words shorter than three characters fit the start of a word; blank fits everything
     * @param kind only such things; null for all
     */
    public List<Entry> find(String text, Entry.@Nullable Kind kind, int offset, int limit) {
        List<String> patterns = patterns(text);
        return statement(
                        "select kind, id, title, about, model, serial, platform, system, contact from devices.entry where "
                                + condition(patterns, kind)
                                + " order by place, title collate \"C\", id offset :offset limit :limit",
                        patterns,
                        kind)
                .param("offset", offset)
                .param("limit", limit)
                .query(FleetIndex::entry)
                .list();
    }

    /** How many things fit, counted no further than {@code most}. */
    public int count(String text, Entry.@Nullable Kind kind, int most) {
        List<String> patterns = patterns(text);
        return statement(
                        "select count(*) from (select 1 from devices.entry where " + condition(patterns, kind)
                                + " limit :most) as found",
                        patterns,
                        kind)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** When everything was read last; empty before the first time. */
    public Optional<Age> age() {
        return database.sql("select read_at, entries from devices.reading")
                .query((row, _) ->
                        new Age(row.getObject("read_at", OffsetDateTime.class).toInstant(), row.getInt("entries")))
                .optional();
    }

    private JdbcClient.StatementSpec statement(String sql, List<String> patterns, Entry.@Nullable Kind kind) {
        JdbcClient.StatementSpec statement = database.sql(sql);
        for (int i = 0; i < patterns.size(); i++) {
            statement = statement.param("word" + i, patterns.get(i));
        }
        return kind == null ? statement : statement.param("place", kind.ordinal());
    }

    private static String condition(List<String> patterns, Entry.@Nullable Kind kind) {
        List<String> parts = new ArrayList<>();
        if (kind != null) {
            parts.add("place = :place");
        }
        for (int i = 0; i < patterns.size(); i++) {
            parts.add("words like :word" + i);
        }
        return parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    private static List<String> patterns(String text) {
        return Arrays.stream(Longest.SEARCH
                        .cut(text.strip())
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(FleetIndex::pattern)
                .toList();
    }

    private static String pattern(String word) {
        String plain = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        // The trigram index has nothing to say about one or two characters, except at the start of a word.
        return (word.codePointCount(0, word.length()) < SHORT ? "% " : "%") + plain + "%";
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String platform = row.getString("platform");
        OffsetDateTime contact = row.getObject("contact", OffsetDateTime.class);
        return new Entry(
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("title"),
                row.getString("about"),
                row.getString("model"),
                row.getString("serial"),
                platform == null ? null : Platform.valueOf(platform),
                row.getString("system"),
                contact == null ? null : contact.toInstant());
    }
}
