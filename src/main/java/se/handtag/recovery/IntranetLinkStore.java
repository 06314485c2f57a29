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
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;

/** Links in the database. */
@Component
class IntranetLinkStore {
    private final JdbcClient database;

    IntranetLinkStore(JdbcClient database) {
        this.database = database;
    }

    void insert(IntranetLink link, byte[] signature) {
        UserId user = link.user();
        DeviceId device = link.device();
        database.sql("insert into recovery.intranet_link (id, purpose, name, audience, mdm_user, device, created_by,"
                        + " created_at, expires_at, signature) values (:id, :purpose, :name, :audience, :user, :device, :by,"
                        + " :at, :expires, :signature)")
                .param("id", link.id())
                .param("purpose", link.purpose().name())
                .param("name", link.name())
                .param("audience", link.audience().toArray(String[]::new))
                .param("user", user == null ? null : user.value())
                .param("device", device == null ? null : device.value())
                .param("by", link.createdBy())
                .param("at", utc(link.createdAt()))
                .param("expires", utc(link.expiresAt()))
                .param("signature", signature)
                .update();
    }

    boolean revoke(UUID id, String by, Instant now) {
        return database.sql("update recovery.intranet_link set revoked_at = :now, revoked_by = :by"
                                + " where id = :id and revoked_at is null")
                        .param("now", utc(now))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<IntranetLink> find(UUID id) {
        return database.sql("select * from recovery.intranet_link where id = :id")
                .param("id", id)
                .query(IntranetLinkStore::link)
                .optional();
    }

    /** What it was signed with when it was made, empty when it was made before that was kept. */
    Optional<byte[]> signature(UUID id) {
        return database.sql("select signature from recovery.intranet_link where id = :id and signature is not null")
                .param("id", id)
                .query((row, _) -> row.getBytes("signature"))
                .optional();
    }

    /** Keeps it where none is kept. */
    void keepSignature(UUID id, byte[] signature) {
        database.sql("update recovery.intranet_link set signature = :signature where id = :id and signature is null")
                .param("signature", signature)
                .param("id", id)
                .update();
    }

    List<IntranetLink> all() {
        return database.sql("select * from recovery.intranet_link order by created_at desc limit 200")
                .query(IntranetLinkStore::link)
                .list();
    }

    private static IntranetLink link(ResultSet row, int number) throws SQLException {
        int user = row.getInt("mdm_user");
        UserId preselected = row.wasNull() ? null : new UserId(user);
        UUID device = row.getObject("device", UUID.class);
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new IntranetLink(
                row.getObject("id", UUID.class),
                IntranetLink.Purpose.valueOf(row.getString("purpose")),
                row.getString("name"),
                List.of((String[]) row.getArray("audience").getArray()),
                preselected,
                device == null ? null : new DeviceId(device),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
