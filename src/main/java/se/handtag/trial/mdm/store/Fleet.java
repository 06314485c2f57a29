package se.handtag.trial.mdm.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Generates devices in any number: a chain of shops with users of one to three devices each, the same for the same
 * seed. Nothing of it depends on what the company's files hold.
 */
final class Fleet {
    private static final int USERS_A_SHOP = 40;
    private static final List<String> GIVEN = List.of(
            "Alva", "Björn", "Cecilia", "David", "Elin", "Farid", "Göran", "Hanna", "Ivar", "Johanna", "Kerstin",
            "Lars", "Maja", "Nils", "Olga", "Per", "Ronja", "Sven", "Tove", "Ulf", "Vera", "Wilma", "Yusuf", "Åsa",
            "Örjan");
    private static final List<String> FAMILY = List.of(
            "Andersson",
            "Berg",
            "Carlsson",
            "Dahl",
            "Ek",
            "Forsberg",
            "Gran",
            "Holm",
            "Isaksson",
            "Jönsson",
            "Karlsson",
            "Lund",
            "Mårtensson",
            "Nyström",
            "Olsson",
            "Persson",
            "Qvist",
            "Rask",
            "Sjöberg",
            "Törn",
            "Ullman",
            "Wik",
            "Åberg",
            "Ängström",
            "Öst");
    private static final List<List<String>> MODELS = List.of(
            List.of("iPhone 15", "iPhone 16", "iPhone 17", "iPad Air 11-inch (M3)"),
            List.of("Galaxy Tab Active5", "Galaxy XCover7", "Pixel 9"),
            List.of("MacBook Air 13-inch (M4)", "MacBook Pro 14-inch (M4)"),
            List.of("Apple TV 4K"));
    private static final List<String> VERSIONS = List.of("26.3", "15", "26.3", "26.2");

    private final Connection connection;
    private final Instant now;
    private final SplittableRandom chance;
    private int users;

    private Fleet(Connection connection, Instant now, long seed) {
        this.connection = connection;
        this.now = now;
        this.chance = new SplittableRandom(seed);
    }

    /** Adds so many devices, with users and groups for them, in the connection's transaction. */
    static void generate(Connection connection, Instant now, int devices, long seed) throws SQLException {
        var fleet = new Fleet(connection, now, seed);
        List<Integer> devicesOfUsers = fleet.share(devices);
        int firstGroup = fleet.next("groups");
        int firstUser = fleet.next("users");
        fleet.groups(firstGroup, (devicesOfUsers.size() + USERS_A_SHOP - 1) / USERS_A_SHOP);
        fleet.users(firstGroup, firstUser, devicesOfUsers.size());
        fleet.devices(firstUser, devicesOfUsers);
    }

    private List<Integer> share(int devices) {
        var shares = new ArrayList<Integer>();
        for (int left = devices; left > 0; ) {
            int share = Math.min(left, 1 + chance.nextInt(3));
            shares.add(share);
            left -= share;
        }
        return shares;
    }

    private int next(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(id), 0) + 1 from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void groups(int first, int shops) throws SQLException {
        try (var lines = new Lines("copy groups (id, name, parent_id) from stdin")) {
            lines.write(first, "Butikskedjan", null);
            for (int shop = 1; shop <= shops; shop++) {
                lines.write(first + shop, "Butik %04d".formatted(shop), first);
            }
        }
    }

    private void users(int firstGroup, int first, int count) throws SQLException {
        try (var lines = new Lines("copy users (id, name, email, phone_number, account_group, account_name, group_id,"
                + " company, office, department, position) from stdin")) {
            for (int i = 0; i < count; i++) {
                int shop = i / USERS_A_SHOP + 1;
                String account = "b%04d.%02d".formatted(shop, i % USERS_A_SHOP);
                String name = GIVEN.get(chance.nextInt(GIVEN.size())) + " " + FAMILY.get(chance.nextInt(FAMILY.size()));
                String phone = "+46 70 174 %02d %02d".formatted(chance.nextInt(6, 40), chance.nextInt(100));
                lines.write(
                        first + i,
                        name,
                        account + "@butik.example",
                        phone,
                        "ad.butik.example",
                        account,
                        firstGroup + shop,
                        "Butikskedjan AB",
                        "Butik " + shop,
                        "Butik",
                        "Butikssäljare");
            }
        }
    }

    private void devices(int firstUser, List<Integer> devicesOfUsers) throws SQLException {
        try (var lines = new Lines("copy devices (id, serial_number, user_id, name, model, platform, os_version,"
                + " last_contact, last_inventory, online, supervised, passcode, next_contact) from stdin")) {
            int number = 0;
            for (int share : devicesOfUsers) {
                for (int i = 0; i < share; i++) {
                    device(lines, number++, firstUser + users);
                }
                users++;
            }
        }
    }

    private void device(Lines lines, int number, int user) throws SQLException {
        int dice = chance.nextInt(100);
        int platform = dice < 60 ? 0 : dice < 85 ? 1 : dice < 98 ? 2 : 3;
        List<String> models = MODELS.get(platform);
        boolean online = chance.nextInt(10) > 0;
        Instant contact = now.minusSeconds(online ? chance.nextInt(3_600) : 86_400 + chance.nextInt(30 * 86_400));
        UUID id = new UUID(chance.nextLong() & ~0xF000L | 0x4000L, chance.nextLong() & ~(0xC0L << 56) | Long.MIN_VALUE);
        lines.write(
                id,
                "G%08d".formatted(number)
                        + Integer.toString(36 + chance.nextInt(1_260), 36).toUpperCase(Locale.ROOT),
                user,
                "Enhet " + (number + 1),
                models.get(chance.nextInt(models.size())),
                platform,
                VERSIONS.get(platform),
                contact,
                contact.minusSeconds(chance.nextInt(86_400)),
                online,
                chance.nextInt(10) > 1,
                platform < 2,
                now.plusSeconds(chance.nextInt(600)));
    }

    /** Rows on their way into PostgreSQL's COPY, sent in portions. */
    private final class Lines implements AutoCloseable {
        private static final int PORTION = 64 * 1024;

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(PORTION + 1_024);

        Lines(String sql) throws SQLException {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        }

        /** None of the values holds a tab, a line break or a backslash. */
        void write(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
            }
            text.append('\n');
            if (text.length() >= PORTION) {
                send();
            }
        }

        private void send() throws SQLException {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            if (copy.isActive()) {
                send();
                copy.endCopy();
            }
        }
    }
}
