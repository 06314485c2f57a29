package se.handtag.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;
import se.handtag.commands.CommandId;
import se.handtag.devices.FleetDevice;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.LostDevices;

/** Reports in the database; rules ask here whether a device is lost. */
@Component
class LostReportStore implements LostDevices {
    private final JdbcClient database;

    LostReportStore(JdbcClient database) {
        this.database = database;
    }

    private record Lost(DeviceId device) {}

    @Override
    public boolean isLost(DeviceId device) {
        return OneReading.told(new Lost(device), () -> open(device).isPresent());
    }

    Optional<LostReport> open(DeviceId device) {
        return open(device, "");
    }

    /** The same, and until the end of the transaction nobody else changes it. */
    Optional<LostReport> lock(DeviceId device) {
        return open(device, " for update");
    }

    private Optional<LostReport> open(DeviceId device, String suffix) {
        return database.sql("select * from recovery.lost_report where device = :device and closed_at is null" + suffix)
                .param("device", device.value())
                .query(LostReportStore::report)
                .optional();
    }

    List<LostReport> open(Collection<DeviceId> devices) {
        List<LostReport> open = database.sql(
                        "select * from recovery.lost_report where device = any(:devices) and closed_at is null")
                .param("devices", devices.stream().map(DeviceId::value).toArray(UUID[]::new))
                .query(LostReportStore::report)
                .list();
        Set<DeviceId> lost = open.stream().map(LostReport::device).collect(Collectors.toSet());
        devices.forEach(device -> OneReading.alsoTold(new Lost(device), lost.contains(device)));
        return open;
    }

    Optional<LostReport> open(UUID report) {
        return database.sql("select * from recovery.lost_report where id = :id and closed_at is null")
                .param("id", report)
                .query(LostReportStore::report)
                .optional();
    }

    List<LostReport> open() {
        return database.sql("select * from recovery.lost_report where closed_at is null order by reported_at")
                .query(LostReportStore::report)
                .list();
    }

    /**
     * @param self the MDM user that the reporter is, null for none
     * @param device whose owner is kept as well
     * @param marks of the reporter and of whose it is
     * @return empty when the device has an open report already
     */
    Optional<LostReport> insert(Person by, @Nullable UserId self, FleetDevice device, Set<String> marks, Instant now) {
        UserId owner = device.owner();
        return database.sql("""
                        insert into recovery.lost_report
                          (id, device, device_label, by_id, by_name, by_roles, self, owner, marks, reported_at)
                        values (gen_random_uuid(), :device, :label, :by, :name, :roles, :self, :owner, :marks, :now)
                        on conflict (device) where closed_at is null do nothing
                        returning *
                        """)
                .param("device", device.id().value())
                .param("label", device.label())
                .param("owner", owner == null ? null : owner.value())
                .param("by", by.id().value())
                .param("name", by.name())
                .param("roles", by.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("self", self == null ? null : self.value())
                .param("marks", marks.toArray(String[]::new))
                .param("now", utc(now))
                .query(LostReportStore::report)
                .optional();
    }

    /** @param contact the device's last contact that the MDM knows of, null for none */
    void locks(UUID report, CommandId command, Instant now, @Nullable Instant contact) {
        database.sql("""
                        update recovery.lost_report
                           set repeats = repeats + case when lock_command is null then 0 else 1 end,
                               lock_command = :command, last_lock_at = :now,
                               seen_contact = :contact, lock_denied = false
                         where id = :id
                        """)
                .param("command", command.value())
                .param("now", utc(now))
                .param("contact", contact == null ? null : utc(contact))
                .param("id", report)
                .update();
    }

    /** The rules allow no lock; they are asked again. */
    void denies(UUID report, Instant now, @Nullable Instant contact) {
        database.sql("update recovery.lost_report set lock_denied = true, last_lock_at = :now, seen_contact = :contact"
                        + " where id = :id")
                .param("now", utc(now))
                .param("contact", contact == null ? null : utc(contact))
                .param("id", report)
                .update();
    }

    /** Notes that whose it is was told; false when they were told before. */
    boolean tells(UUID report, Instant now) {
        return database.sql(
                                "update recovery.lost_report set owner_told_at = :now where id = :id and owner_told_at is null")
                        .param("now", utc(now))
                        .param("id", report)
                        .update()
                == 1;
    }

    void shows(UUID report, CommandId message) {
        database.sql("update recovery.lost_report set message_command = :command where id = :id")
                .param("command", message.value())
                .param("id", report)
                .update();
    }

    boolean close(UUID report, Person by, LostReport.Ending ending, Instant now) {
        return database.sql("update recovery.lost_report set closed_at = :now, closed_by = :by,"
                                + " closed_by_name = :name, ending = :ending where id = :id and closed_at is null")
                        .param("now", utc(now))
                        .param("by", by.id().value())
                        .param("name", by.name())
                        .param("ending", ending.name())
                        .param("id", report)
                        .update()
                == 1;
    }

    private static LostReport report(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("by_roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new LostReport(
                row.getObject("id", UUID.class),
                new DeviceId(row.getObject("device", UUID.class)),
                row.getString("device_label"),
                new PersonId(row.getObject("by_id", UUID.class)),
                row.getString("by_name"),
                roles,
                user(row, "self"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                user(row, "owner"),
                command(row, "lock_command"),
                command(row, "message_command"),
                row.getInt("repeats"),
                instant(row, "last_lock_at"),
                instant(row, "seen_contact"),
                row.getBoolean("lock_denied"),
                Set.of((String[]) row.getArray("marks").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        int user = row.getInt(column);
        return row.wasNull() ? null : new UserId(user);
    }

    private static @Nullable CommandId command(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new CommandId(id);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
