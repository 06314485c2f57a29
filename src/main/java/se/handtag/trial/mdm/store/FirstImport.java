package se.handtag.trial.mdm.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills an empty store once: with a company, and with generated devices when more are wanted.
 *
 * @param folder the company's files on the class path
 * @param devices how many devices there shall be in all; 0: the company's own
 */
public record FirstImport(Store store, Clock clock, String folder, int devices, long seed) {
    /** Each table before those that refer to it. */
    private static final List<String> ALL = List.of(
            "imported",
            "journal",
            "groups",
            "users",
            "tags",
            "apps",
            "devices",
            "device_tags",
            "user_tags",
            "installed_apps",
            "commands");

    private static final List<String> NUMBERED =
            List.of("groups", "users", "tags", "apps", "device_tags", "user_tags", "commands", "journal");

    /** Does nothing when it has been done before; otherwise all of it or nothing. */
    public void ifFirst() {
        if (store.sql("select count(*) from imported").query(Integer.class).single() == 0) {
            fill(List.of());
        }
    }

    /** Forgets everything that has happened, the journal too, and starts from the company again. */
    public void startOver() {
        fill(ALL.reversed());
    }

    private void fill(List<String> emptied) {
        Company company = Company.read(folder);
        int more = devices - company.devices().size();
        store.alone(connection -> {
            JdbcOperations jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            emptied.forEach(table -> jdbc.execute("delete from " + table));
            NUMBERED.forEach(table -> continueNumbers(jdbc, table));
            new Inserts(jdbc, clock.instant(), new SplittableRandom(seed)).company(company);
            if (more > 0) {
                Fleet.generate(connection, clock.instant(), more, seed);
            }
            NUMBERED.forEach(table -> continueNumbers(jdbc, table));
            jdbc.update(
                    "insert into imported (at, devices) values (?, ?)",
                    clock.instant().atOffset(ZoneOffset.UTC),
                    devices);
        });
        if (more > 0) {
            store.sql("vacuum analyze").update();
        }
    }

    /** New rows are numbered after those that are there. */
    private static void continueNumbers(JdbcOperations jdbc, String table) {
        jdbc.execute("select setval(pg_get_serial_sequence('" + table
                + "', 'id'), coalesce(max(id), 0) + 1, false) from " + table);
    }

    private record Inserts(JdbcOperations jdbc, Instant now, SplittableRandom chance) {
        void company(Company company) {
            groups(company.groups());
            users(company.users());
            tags(company.tags());
            apps(company.apps());
            devices(company.devices());
            links(company);
        }

        private void groups(List<Company.Group> groups) {
            insert("insert into groups (id, name) values (?, ?)", groups, group ->
                    new Object[] {group.id(), group.name()});
            insert("update groups set parent_id = nullif(?, 0) where id = ?", groups, group ->
                    new Object[] {group.parent(), group.id()});
        }

        private void users(List<Company.User> users) {
            insert("""
                    insert into users (id, name, email, phone_number, account_group, account_name, group_id, company,
                        office, department, position)
                    values (?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?, ?)""", users, user -> new @Nullable Object[] {
                user.id(),
                user.name(),
                user.email(),
                user.phoneNumber(),
                user.accountGroup(),
                user.accountName(),
                user.group(),
                user.company(),
                user.office(),
                user.department(),
                user.position()
            });
        }

        private void tags(List<Company.Tag> tags) {
            insert(
                    "insert into tags (id, name, description, group_id, configurations) values (?, ?, ?, nullif(?, 0), ?)",
                    tags,
                    tag -> new @Nullable Object[] {
                        tag.id(), tag.name(), tag.description(), tag.group(), tag.configurations()
                    });
        }

        private void apps(List<Company.App> apps) {
            insert("""
                    insert into apps (id, name, description, company, package_id, version_text, version_number, platform,
                        size, store, store_id, licences)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", apps, app -> new @Nullable Object[] {
                app.id(),
                app.name(),
                app.description(),
                app.company(),
                app.packageId(),
                app.versionText(),
                app.versionNumber(),
                app.platform(),
                app.size(),
                app.store(),
                app.storeId(),
                app.licences()
            });
        }

        private void devices(List<Company.Device> devices) {
            insert("""
                    insert into devices (id, serial_number, user_id, name, model, platform, os_version, last_contact,
                        last_inventory, online, supervised, passcode, next_contact)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", devices, device -> {
                Instant contact = now.minus(Duration.ofMinutes(device.lastContactMinutesAgo()));
                return new @Nullable Object[] {
                    device.id(),
                    device.serialNumber(),
                    device.user(),
                    device.name(),
                    device.model(),
                    device.platform(),
                    device.osVersion(),
                    contact.atOffset(ZoneOffset.UTC),
                    contact.minus(Duration.ofMinutes(chance.nextInt(1_440))).atOffset(ZoneOffset.UTC),
                    device.online(),
                    device.supervised(),
                    device.passcode(),
                    now.plusMillis(chance.nextInt(5_000)).atOffset(ZoneOffset.UTC)
                };
            });
        }

        private void links(Company company) {
            List<Object[]> deviceTags = new ArrayList<>();
            List<Object[]> installed = new ArrayList<>();
            for (Company.Device device : company.devices()) {
                orNone(device.tags()).forEach(tag -> deviceTags.add(new Object[] {device.id(), tag}));
                orNone(device.managedApps())
                        .forEach(app -> installed.add(new Object[] {device.id(), app, app, device.platform()}));
            }
            List<Object[]> userTags = new ArrayList<>();
            for (Company.User user : company.users()) {
                orNone(user.tags()).forEach(tag -> userTags.add(new Object[] {user.id(), tag}));
            }
            jdbc.batchUpdate("insert into device_tags (device_id, tag_id) values (?, ?)", deviceTags);
            jdbc.batchUpdate("insert into user_tags (user_id, tag_id) values (?, ?)", userTags);
            jdbc.batchUpdate("""
                    insert into installed_apps (device_id, package_id, managed, licence_of) values (?, ?, true,
                        (select min(id) from apps
                         where package_id = ? and platform = ? and store = 0 and licences is not null))""", installed);
        }

        private <T> void insert(String sql, List<T> all, Values<T> values) {
            jdbc.batchUpdate(sql, all.stream().map(values::of).toList());
        }

        private static <T> Collection<T> orNone(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    /** The parameters of one row. */
    private interface Values<T> {
        @Nullable
        Object[] of(T each);
    }
}
