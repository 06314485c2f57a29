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

    private final Users users;
    private final Devices devices;
    private final Apps apps;
    private final Groups groups;
    private final Tags tags;
    private final IndexTable table;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IndexReading(
            Users users,
            Devices devices,
            Apps apps,
            Groups groups,
            Tags tags,
            IndexTable table,
            JdbcClient database,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.devices = devices;
        this.apps = apps;
        this.groups = groups;
        this.tags = tags;
        this.table = table;
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
            if (table.lock()) {
                fill();
                replace(start);
            }
        });
        LOG.debug("The index was read in {}", Duration.between(start, clock.instant()));
    }

    private void fill() {
        IndexRows rows = table.fresh();
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

    private void replace(Instant start) {
        table.bringUpToDate();
        table.forgetTheRest();
        database.sql("""
                        insert into devices.reading (read_at, entries)
                        values (:at, (select count(*) from devices.entry))
                        on conflict (one) do update set read_at = excluded.read_at, entries = excluded.entries
                        """)
                .param("at", OffsetDateTime.ofInstant(start, ZoneOffset.UTC))
                .update();
    }
}
