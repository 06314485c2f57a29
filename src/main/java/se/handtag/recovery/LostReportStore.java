package se.handtag.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.commands.CommandId;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.LostDevices;

/** Reports in the database; rules ask here whether a device is lost. */
@Component
class LostReportStore implements LostDevices {
    private final JdbcClient database;

    LostReportStore(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean isLost(DeviceId device) {
        return open(device).isPresent();
    }

    Optional<LostReport> open(DeviceId device) {
        return database.sql("select * from recovery.lost_report where device = :device and closed_at is null")
                .param("device", device.value())
                .query(LostReportStore::report)
                .optional();
    }

    List<LostReport> open() {
        return database.sql("select * from recovery.lost_report where closed_at is null order by reported_at")
                .query(LostReportStore::report)
                .list();
    }

    /** @return empty when the device has an open report already */
    Optional<LostReport> insert(Person by, DeviceId device, String label, Instant now) {
        return database.sql("""
                        insert into recovery.lost_report (id, device, device_label, by_id, by_name, reported_at)
                        values (gen_random_uuid(), :device, :label, :by, :name, :now)
                        on conflict (device) where closed_at is null do nothing
                        returning *
                        """)
                .param("device", device.value())
                .param("label", label)
                .param("by", by.id().value())
                .param("name", by.name())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(LostReportStore::report)
                .optional();
    }

    void locks(UUID report, CommandId command) {
        database.sql("update recovery.lost_report set lock_command = :command where id = :id")
                .param("command", command.value())
                .param("id", report)
                .update();
    }

    boolean close(UUID report, Person by, Instant now) {
        return database.sql("update recovery.lost_report set closed_at = :now, closed_by = :by, closed_by_name = :name"
                                + " where id = :id and closed_at is null")
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("by", by.id().value())
                        .param("name", by.name())
                        .param("id", report)
                        .update()
                == 1;
    }

    private static LostReport report(ResultSet row, int number) throws SQLException {
        UUID lock = row.getObject("lock_command", UUID.class);
        return new LostReport(
                row.getObject("id", UUID.class),
                new DeviceId(row.getObject("device", UUID.class)),
                row.getString("device_label"),
                new PersonId(row.getObject("by_id", UUID.class)),
                row.getString("by_name"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                lock == null ? null : new CommandId(lock));
    }
}
