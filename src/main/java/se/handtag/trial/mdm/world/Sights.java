package se.handtag.trial.mdm.world;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import se.handtag.trial.mdm.store.Store;

/** What devices are really like, beyond what the API tells. */
public final class Sights {
    private static final String SELECT = """
            select d.*, u.name as user_name, coalesce(c.waiting, 0) as waiting
            from devices d left join users u on u.id = d.user_id
                left join (select device_id, count(*) as waiting from commands where state in ('waiting', 'asked')
                    group by device_id) c on c.device_id = d.id""";

    private static final RowMapper<Device> DEVICE = (row, _) -> new Device(
            row.getObject("id", UUID.class),
            row.getString("serial_number"),
            row.getString("name"),
            row.getString("model"),
            row.getInt("platform"),
            row.getObject("user_id", Integer.class),
            row.getString("user_name"),
            row.getBoolean("enrolled"),
            row.getBoolean("online"),
            row.getBoolean("supervised"),
            row.getBoolean("passcode"),
            row.getBoolean("locked"),
            row.getString("message"),
            instant(row.getObject("last_contact", OffsetDateTime.class)),
            instant(row.getObject("last_inventory", OffsetDateTime.class)),
            row.getInt("waiting"));

    private final Store store;

    /** Sights of this store. */
    public Sights(Store store) {
        this.store = store;
    }

    /**
     * A device.
     *
     * @param waiting how many commands wait for it
     */
    public record Device(
            UUID id,
            String serialNumber,
            String name,
            String model,
            int platform,
            @Nullable Integer userId,
            @Nullable String userName,
            boolean enrolled,
            boolean online,
            boolean supervised,
            boolean passcode,
            boolean locked,
            @Nullable String message,
            @Nullable Instant lastContact,
            @Nullable Instant lastInventory,
            int waiting) {}

    /** An app on a device; vpp: holds a licence of a limited number. */
    public record App(String packageId, boolean managed, boolean vpp) {}

    /** A command and what became of it: {@code waiting}, {@code asked}, {@code done}, {@code failed}, {@code lapsed}. */
    public record Command(
            long id,
            String kind,
            @Nullable String detail,
            @Nullable Integer appId,
            boolean vpp,
            String state,
            @Nullable String reason,
            Instant receivedAt,
            @Nullable Instant endedAt) {}

    /** Everything about one device. */
    public record Whole(Device device, List<App> apps, List<Command> commands) {}

    /**
     * Devices in which a text occurs (name, serial number, user), those with waiting commands first.
     *
     * @param text null: all
     */
    public List<Device> find(@Nullable String text, int atMost) {
        return store.sql(SELECT + """
                                 where cast(? as text) is null or position(lower(?) in lower(d.name || ' ' || d.serial_number
                                     || ' ' || coalesce(u.name, ''))) > 0
                                order by waiting desc, d.name, d.id limit ?""", text, text, atMost).query(DEVICE).list();
    }

    /** One device with its apps and its latest 200 commands, newest first; null when there is none. */
    public @Nullable Whole whole(UUID id) {
        Device device = store.sql(SELECT + " where d.id = ?", id)
                .query(DEVICE)
                .optional()
                .orElse(null);
        return device == null ? null : new Whole(device, apps(id), commands(id));
    }

    private List<App> apps(UUID id) {
        return store.sql(
                        "select package_id, managed, licence_of is not null from installed_apps where device_id = ?"
                                + " order by package_id",
                        id)
                .query((row, _) -> new App(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .list();
    }

    private List<Command> commands(UUID id) {
        return store.sql("select * from commands where device_id = ? order by id desc limit 200", id)
                .query((row, _) -> new Command(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("detail"),
                        row.getObject("app_id", Integer.class),
                        row.getBoolean("vpp"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("ended_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
