package se.handtag.trial.mdm.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was received and what devices did, in order: the witness of tests. Reading calls are not written down. An entry
 * of a call is written in the call's own transaction, so that entry and effect exist together or not at all.
 */
public final class Journal {
    private static final int LONGEST_BODY = 2_000;
    private static final String ENTRIES =
            "select id, at, what, operation, request, body, status, device_id, command_id, note from journal";

    private final Store store;
    private final Clock clock;

    /** A journal in this store. */
    public Journal(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes down a call that changes something.
     *
     * @param what {@code received}, {@code refused} or {@code fault}
     * @param operation the contract's row; null when the call fits none
     * @param request method and address
     * @param body the request's body; long ones are cut
     * @param status the answer's status; null when no answer was given
     * @param device which device it concerns, or null
     * @param note more in words, or null
     */
    public void call(
            String what,
            @Nullable String operation,
            String request,
            String body,
            @Nullable Integer status,
            @Nullable UUID device,
            @Nullable String note) {
        String printable = body.replace('\0', '\uFFFD');
        store.sql(
                        "insert into journal (at, what, operation, request, body, status, device_id, note)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        now(),
                        what,
                        operation,
                        request,
                        printable.length() > LONGEST_BODY ? printable.substring(0, LONGEST_BODY) + "…" : printable,
                        status,
                        device,
                        note)
                .update();
    }

    /**
     * Writes down what a device did, or what was done to it outside of the API.
     *
     * @param what such as {@code done}, {@code failed}, {@code online}
     * @param command the command that led to it, or null
     */
    public void device(String what, UUID device, @Nullable Long command, String note) {
        store.sql(
                        "insert into journal (at, what, device_id, command_id, note) values (?, ?, ?, ?, ?)",
                        now(),
                        what,
                        device,
                        command,
                        note)
                .update();
    }

    /**
     * Entries after one, oldest first, at most a thousand. Waits for calls that are being written down at this moment,
     * so that an entry with a lower number never appears after one with a higher has been read.
     */
    public List<Entry> after(long id) {
        return store.look(() -> {
            store.sql("lock table journal in share mode").update();
            return entries(ENTRIES + " where id > ? order by id limit 1000", id);
        });
    }

    /** The latest entries of all devices; newest first. */
    public List<Entry> latest(int atMost) {
        return entries(ENTRIES + " order by id desc limit ?", atMost);
    }

    /** The latest entries of one device; newest first. */
    public List<Entry> latest(UUID device, int atMost) {
        return entries(ENTRIES + " where device_id = ? order by id desc limit ?", device, atMost);
    }

    private List<Entry> entries(String sql, Object... parameters) {
        return store.sql(sql, parameters)
                .query((row, _) -> new Entry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("what"),
                        row.getString("operation"),
                        row.getString("request"),
                        row.getString("body"),
                        row.getObject("status", Integer.class),
                        row.getObject("device_id", UUID.class),
                        row.getObject("command_id", Long.class),
                        row.getString("note")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** One line of the journal; what does not apply is null. */
    public record Entry(
            long id,
            Instant at,
            String what,
            @Nullable String operation,
            @Nullable String request,
            @Nullable String body,
            @Nullable Integer status,
            @Nullable UUID deviceId,
            @Nullable Long commandId,
            @Nullable String note) {}
}
