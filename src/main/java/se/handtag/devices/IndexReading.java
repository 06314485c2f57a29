package se.handtag.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.mdm.Apps;
import se.handtag.mdm.Device;
import se.handtag.mdm.Devices;
import se.handtag.mdm.Groups;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Tags;
import se.handtag.mdm.User;
import se.handtag.mdm.Users;

/** Reads everything that the MDM has, one thing at a time, and brings {@link FleetIndex} up to date. */
@Component
public class IndexReading {
    private static final Logger LOG = LoggerFactory.getLogger(IndexReading.class);
    /** Any number that no other lock has. */
    private static final long LOCK = 4_816_203_511L;

    private final Users users;
    private final Devices devices;
    private final Apps apps;
    private final Groups groups;
    private final Tags tags;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IndexReading(
            Users users,
            Devices devices,
            Apps apps,
            Groups groups,
            Tags tags,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.devices = devices;
        this.apps = apps;
        this.groups = groups;
        this.tags = tags;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The same, for whom it is enough that it stays as it was when the MDM is away. */
    void readIfPossible() {
        try {
            read();
        } catch (MdmException away) {
            LOG.info("The index stays as it was: {}", away.getMessage());
        }
    }

    /**
     * Reads now, unless that is going on already. May take a minute for a large fleet. When the MDM breaks off, everything
     * stays as it was.
     *
     * @throws MdmException when the MDM does not tell everything
     */
    public void read() {
        Instant start = clock.instant();
        transaction.executeWithoutResult(_ -> {
            boolean mine = database.sql("select pg_try_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query(Boolean.class)
                    .single();
            if (mine) {
                fill();
                replace(start);
            }
        });
        LOG.debug("The index was read in {}", Duration.between(start, clock.instant()));
    }

    private void fill() {
        database.sql("create temp table fresh (like devices.entry) on commit drop")
                .update();
        var rows = new IndexRows(database);
        try (Stream<User> all = users.all()) {
            all.filter(user -> user.id() != null).forEach(rows::user);
        }
        try (Stream<Device> all = devices.all()) {
            all.forEach(rows::device);
        }
        apps.all().stream().filter(app -> app.id() != null).forEach(rows::app);
        var tree = new GroupTree(groups.all());
        tree.all().forEach(group -> rows.group(group, tree.lineOf(group.id())));
        tags.all().stream().filter(tag -> tag.id() != null).forEach(rows::tag);
        rows.flush();
    }

    /** Only what has changed is written, for the index behind it is the dear part. */
    private void replace(Instant start) {
        database.sql("analyze fresh").update();
        database.sql("""
                        update fresh as device set about = owner.title, words = device.words || substr(owner.words, 2)
                          from fresh as owner
                         where device.kind = 'DEVICE' and owner.kind = 'PERSON' and owner.user_id = device.user_id
                        """).update();
        database.sql("""
                        insert into devices.entry as old select distinct on (kind, id) * from fresh
                        on conflict (kind, id) do update
                          set place = excluded.place, title = excluded.title, about = excluded.about,
                              model = excluded.model, serial = excluded.serial, platform = excluded.platform,
                              system = excluded.system, contact = excluded.contact, user_id = excluded.user_id,
                              words = excluded.words, department = excluded.department
                        where row(old.title, old.about, old.model, old.serial, old.platform, old.system, old.contact,
                                  old.user_id, old.words, old.department)
                          is distinct from row(excluded.title, excluded.about, excluded.model, excluded.serial,
                                  excluded.platform, excluded.system, excluded.contact, excluded.user_id, excluded.words,
                                  excluded.department)
                        """).update();
        database.sql("""
                        delete from devices.entry as old
                         where not exists (select 1 from fresh where fresh.kind = old.kind and fresh.id = old.id)
                        """).update();
        database.sql("""
                        insert into devices.reading (read_at, entries)
                        values (:at, (select count(*) from devices.entry))
                        on conflict (one) do update set read_at = excluded.read_at, entries = excluded.entries
                        """)
                .param("at", OffsetDateTime.ofInstant(start, ZoneOffset.UTC))
                .update();
    }
}
