package se.handtag.audit;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what stands in the log. */
@Component
class LogReader {
    static final int PAGE = 1_000;
    /** A word that stands nowhere would have the whole log read, while somebody waits before their screen. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final RecordBody bodies;

    LogReader(JdbcClient database, RecordBody bodies) {
        this.database = database;
        this.bodies = bodies;
    }

    /** First and last number, the last smaller when there is none, and how many there are. */
    record Span(long first, long last, long records) {}

    /** @throws org.springframework.dao.QueryTimeoutException when a word is looked for in so many records that it takes too long */
    @Transactional(readOnly = true)
    List<AuditRecord> find(AuditQuery query, long before, int most) {
        if (query.text() != null) {
            database.sql("select set_config('statement_timeout', :most, true)")
                    .param("most", String.valueOf(LONGEST.toMillis()))
                    .query(_ -> {});
        }
        return find(Filter.of(query), before, most);
    }

    /** What the pseudonym did, and what was done in its matter or in that of the user of the MDM, or to what is theirs. */
    List<AuditRecord> concerning(@Nullable String pseudonym, @Nullable String mdmUser, long before, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("who", pseudonym == null ? "" : pseudonym);
        parameters.put("user", mdmUser == null ? "" : mdmUser);
        return find(
                new Filter(
                        " and (actor = :who or on_behalf_of in (:who, :user) or subject = :user or affected = :user)",
                        parameters),
                before,
                most);
    }

    List<AuditRecord> find(AuditMatter matter, long before, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("user", matter.mdmUser());
        parameters.put("subjects", matter.subjects().toArray(String[]::new));
        parameters.put("kinds", matter.kinds().stream().map(AuditKind::name).toArray(String[]::new));
        String sql =
                " and (on_behalf_of = :user or subject = :user or subject = any(:subjects)) and kind = any(:kinds)";
        if (matter.notBy() != null) {
            sql += " and actor is distinct from :notBy";
            parameters.put("notBy", matter.notBy().toString());
        }
        return find(new Filter(sql, parameters), before, most);
    }

    private List<AuditRecord> find(Filter filter, long before, int most) {
        return database.sql("""
                        select l.number, r.body, encode(l.hash, 'hex') as hash,
                               (select jsonb_object_agg(p.name, p.value) from audit.personal p where p.record = r.id) as names
                          from audit.leaf l join audit.record r on r.id = l.record
                         where l.number < :before""" + filter.sql() + " order by l.number desc limit :most")
                .param("before", before)
                .param("most", most)
                .params(filter.parameters())
                .query((row, _) -> bodies.read(
                        row.getLong("number"),
                        row.getString("body"),
                        bodies.revealed(row.getString("names")),
                        row.getString("hash")))
                .list();
    }

    /** The next records that the query finds, with all that is stored about them; the oldest first. */
    List<StoredRecord> page(long after, AuditQuery query, int most) {
        var filter = Filter.of(query);
        return database.sql("""
                        select l.number, l.hash, r.at, r.body, p.names, p.salts, p.values
                          from audit.leaf l left join audit.record r on r.id = l.record
                          left join lateral (
                            select array_agg(name) as names, array_agg(salt) as salts, array_agg(value) as values
                              from audit.personal where record = l.record) p on true
                         where l.number > :after""" + filter.sql() + " order by l.number limit " + most)
                .param("after", after)
                .params(filter.parameters())
                .query((row, _) -> {
                    var at = row.getObject("at", OffsetDateTime.class);
                    var names = row.getArray("names");
                    return new StoredRecord(
                            row.getLong("number"),
                            row.getBytes("hash"),
                            at == null ? null : at.toInstant(),
                            row.getBytes("body"),
                            names == null
                                    ? List.of()
                                    : sealed(
                                            (String[]) names.getArray(),
                                            (byte[][]) row.getArray("salts").getArray(),
                                            (String[]) row.getArray("values").getArray()));
                })
                .list();
    }

    private static List<Sealed> sealed(String[] names, byte[][] salts, String[] values) {
        List<Sealed> sealed = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            sealed.add(new Sealed(names[i], salts[i], values[i]));
        }
        return sealed;
    }

    /** From the first to the last record that the query finds among the first {@code size}. */
    Span span(AuditQuery query, long size) {
        var filter = Filter.of(query);
        return database.sql("""
                        select coalesce(min(l.number), 1), coalesce(max(l.number), 0), count(*)
                          from audit.leaf l join audit.record r on r.id = l.record
                         where l.number <= :size""" + filter.sql())
                .param("size", size)
                .params(filter.parameters())
                .query((row, _) -> new Span(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Whether the entry has its place. */
    boolean isPlaced(EntryId entry) {
        return database.sql("select exists (select 1 from audit.leaf where record = :record and hash = :hash)")
                .param("record", entry.value())
                .param("hash", HexFormat.of().parseHex(entry.hash()))
                .query(Boolean.class)
                .single();
    }

    boolean anyPending() {
        return database.sql("select exists (select 1 from audit.pending)")
                .query(Boolean.class)
                .single();
    }
}
