package se.handtag.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.Longest;
import se.handtag.mdm.Platform;
import se.handtag.mdm.UserId;

/**
 * Finds people, devices, serial numbers, apps, groups and tags by any word of theirs, a device also by its owner's. It looks
 * in the portal's own memory, so that it answers at once however large the fleet is, also while the MDM is away; what it
 * knows is as old as {@link #age()} says.
 */
@Component
public class FleetIndex {
    private static final int MOST_WORDS = 6;
    private static final int SHORT = 3;

    private final JdbcClient database;
    private final NodeLines lines;

    FleetIndex(JdbcClient database, NodeLines lines) {
        this.database = database;
        this.lines = lines;
    }

    /**
     * How old the knowledge is.
     *
     * @param readAt when everything was read last
     * @param entries how many things were there
     */
    public record Age(Instant readAt, int entries) {}

    /**
     * The devices of several people.
     *
     * @param count of all of them
     * @param first a few, by title
     */
    public record Owned(int count, List<Entry> first) {}

    /**
     * What fits every word of the text, people first, by title.
     *
     * @param text any case; words shorter than three characters fit the start of a word; blank fits everything
     * @param kind only such things; null for all
     */
    public List<Entry> find(String text, Entry.@Nullable Kind kind, int offset, int limit) {
        List<Long> wanted = lines.upToDate().find(words(text), kind, offset, limit);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select kind, id, title, about, model, serial, platform, system, contact
                          from unnest(:wanted::bigint[]) with ordinality w (n, place) join devices.entry using (n)
                         order by w.place
                        """)
                .param("wanted", wanted.toArray(Long[]::new))
                .query(FleetIndex::entry)
                .list();
    }

    /** How many things fit, counted no further than {@code most}. */
    public int count(String text, Entry.@Nullable Kind kind, int most) {
        return lines.upToDate().count(words(text), kind, most);
    }

    /** The devices that belong to any of these people. @param most how many of them are listed */
    public Owned devicesOf(Collection<UserId> owners, int most) {
        var first = new ArrayList<Entry>();
        int count = database
                .sql("""
                        select kind, id, title, about, model, serial, platform, system, contact, count(*) over () as of_all
                          from devices.entry
                         where kind = 'DEVICE' and user_id = any(:owners)
                         order by title, id limit :most
                        """)
                .param("owners", owners.stream().map(UserId::value).toArray(Integer[]::new))
                .param("most", most)
                .query((row, number) -> {
                    first.add(entry(row, number));
                    return row.getInt("of_all");
                })
                .list()
                .stream()
                .findFirst()
                .orElse(0);
        return new Owned(count, List.copyOf(first));
    }

    /** When everything was read last; empty before the first time. */
    public Optional<Age> age() {
        return database.sql("select read_at, entries from devices.reading")
                .query((row, _) ->
                        new Age(row.getObject("read_at", OffsetDateTime.class).toInstant(), row.getInt("entries")))
                .optional();
    }

    private static List<String> words(String text) {
        return Arrays.stream(Longest.SEARCH
                        .cut(text.strip())
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                // Anywhere, one or two characters would fit nearly everything.
                .map(word -> word.codePointCount(0, word.length()) < SHORT ? " " + word : word)
                .toList();
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
