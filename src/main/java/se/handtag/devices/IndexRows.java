package se.handtag.devices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.devices.Entry.Kind;
import se.handtag.mdm.App;
import se.handtag.mdm.Device;
import se.handtag.mdm.Tag;
import se.handtag.mdm.User;
import se.handtag.mdm.UserId;

/** Writes what was read into the table {@code fresh}, many rows at a time. */
final class IndexRows {
    private static final int AT_A_TIME = 1_000;
    private static final String INSERT = """
            insert into fresh (kind, id, place, title, about, model, serial, platform, system, contact, user_id, words, department)
            select * from unnest(:kinds::text[], :ids::text[], :places::smallint[], :titles::text[], :abouts::text[],
              :models::text[], :serials::text[], :platforms::text[], :systems::text[], :contacts::timestamptz[],
              :users::integer[], :words::text[], :departments::text[])
            """;

    private final JdbcClient database;
    private final List<Row> rows = new ArrayList<>();

    IndexRows(JdbcClient database) {
        this.database = database;
    }

    private record Row(
            Entry entry,
            @Nullable Integer user,
            String words,
            @Nullable String department) {}

    void user(User user) {
        var id = Objects.requireNonNull(user.id());
        var entry = plain(Kind.PERSON, id.toString(), user.name(), first(user.department(), user.email()));
        add(
                entry,
                id,
                words(
                        entry.title(),
                        user.email(),
                        user.phoneNumber(),
                        user.accountName(),
                        user.department(),
                        user.office(),
                        user.position()),
                user.department());
    }

    void device(Device device) {
        var id = device.id().toString();
        var title = first(device.name(), device.model());
        var entry = new Entry(
                Kind.DEVICE,
                id,
                title == null ? id : title,
                null,
                device.model(),
                device.serialNumber(),
                device.platform(),
                device.osVersion(),
                device.lastContact());
        add(entry, device.userId(), words(device.name(), device.model(), device.serialNumber(), id));
    }

    void app(App app) {
        var entry = new Entry(
                Kind.APP,
                Objects.requireNonNull(app.id()).toString(),
                Objects.requireNonNullElse(first(app.name(), app.packageId()), "–"),
                app.company(),
                null,
                null,
                app.platform(),
                app.versionText(),
                null);
        add(entry, null, words(app.name(), app.company(), app.packageId()));
    }

    void group(MdmGroup group, String path) {
        add(plain(Kind.GROUP, group.id().toString(), group.name(), path), null, words(path));
    }

    void tag(Tag tag) {
        add(
                plain(Kind.TAG, Objects.requireNonNull(tag.id()).toString(), tag.name(), tag.description()),
                null,
                words(tag.name(), tag.description()));
    }

    private static Entry plain(Kind kind, String id, @Nullable String title, @Nullable String about) {
        return new Entry(kind, id, title == null || title.isBlank() ? id : title, about, null, null, null, null, null);
    }

    private void add(Entry entry, @Nullable UserId user, String words) {
        add(entry, user, words, null);
    }

    private void add(Entry entry, @Nullable UserId user, String words, @Nullable String department) {
        rows.add(new Row(entry, user == null ? null : user.value(), words, department));
        if (rows.size() == AT_A_TIME) {
            flush();
        }
    }

    void flush() {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(INSERT)
                .param("kinds", strings(row -> row.entry().kind().name()))
                .param("ids", strings(row -> row.entry().id()))
                .param(
                        "places",
                        rows.stream()
                                .map(row -> (short) row.entry().kind().ordinal())
                                .toArray(Short[]::new))
                .param("titles", strings(row -> row.entry().title()))
                .param("abouts", strings(row -> row.entry().about()))
                .param("models", strings(row -> row.entry().model()))
                .param("serials", strings(row -> row.entry().serial()))
                .param(
                        "platforms",
                        strings(row -> row.entry().platform() == null
                                ? null
                                : row.entry().platform().name()))
                .param("systems", strings(row -> row.entry().system()))
                .param("contacts", strings(row -> text(row.entry().contact())))
                .param("users", rows.stream().map(Row::user).toArray(Integer[]::new))
                .param("words", strings(Row::words))
                .param("departments", strings(Row::department))
                .update();
        rows.clear();
    }

    private @Nullable String[] strings(Function<Row, @Nullable String> part) {
        var all = new @Nullable String[rows.size()];
        for (int i = 0; i < all.length; i++) {
            String text = part.apply(rows.get(i));
            // The database cannot keep a zero byte.
            all[i] = text == null ? null : text.replace('\0', ' ');
        }
        return all;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null && !one.isBlank() ? one : other != null && !other.isBlank() ? other : null;
    }

    /** Each word after a space. */
    private static String words(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .map(part ->
                        part.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(" ", " ", ""));
    }
}
