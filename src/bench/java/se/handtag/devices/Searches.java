package se.handtag.devices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Searches among 100,000 devices and 40,000 people, as the page of IT does them: counted, then the first fifty read. */
public final class Searches {
    private static final int TURNS = 40;
    private static final List<String> TEXTS = List.of(
            "iphone", "c4ca", "c4ca4238a0", "owner123 ipad", "ip", "zz", "nothing like it", "owner", "a", "e a", "1 2");

    private Searches() {}

    /** A line with what half and what ninety-nine of a hundred searches took at the most, of each kind the worst. */
    public static String measure(DataSource source) throws IOException {
        var database = JdbcClient.create(source);
        database.sql("create schema devices").update();
        for (String script : List.of("V202611230600__entry.sql", "V202611230602__department.sql", "V202611281921__lines.sql")) {
            try (var sql = Objects.requireNonNull(
                    Searches.class.getResourceAsStream("/db/migration/devices/" + script), script)) {
                database.sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8)).update();
            }
        }
        fill(database);
        var index = new FleetIndex(database, new NodeLines(database, new DataSourceTransactionManager(source)));
        long begin = System.nanoTime();
        index.count("", null, 1);
        double first = (System.nanoTime() - begin) / 1e6;
        double half = 0;
        double nearlyAll = 0;
        String slowest = "";
        for (String text : TEXTS) {
            double[] took = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                long start = System.nanoTime();
                index.count(text, null, 1_000);
                index.find(text, null, 0, 50);
                took[turn] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(took);
            half = Math.max(half, took[TURNS / 2]);
            if (took[TURNS - 1] > nearlyAll) {
                nearlyAll = took[TURNS - 1];
                slowest = text;
            }
        }
        return String.format(
                Locale.ROOT,
                "search  140000 things, %d kinds of search: the slowest kind takes %.1f ms (median), the slowest of all %.1f"
                        + " ms (“%s”); aim 100 ms. The first search on a node, which reads everything, takes %.0f ms",
                TEXTS.size(),
                half,
                nearlyAll,
                slowest,
                first);
    }

    private static void fill(JdbcClient database) {
        database.sql("""
                        insert into devices.entry
                          (kind, id, place, title, about, model, serial, platform, system, contact, user_id, words)
                        select 'DEVICE', md5(i::text)::uuid::text, 1, m || ' ' || i, 'Owner ' || (i % 40000), m,
                               upper(substr(md5(i::text), 1, 10)), 'IOS', '18.1', now(), i % 40000,
                               ' ' || lower(m) || ' ' || i || ' ' || substr(md5(i::text), 1, 10) || ' '
                                 || md5(i::text)::uuid || ' owner' || (i % 40000) || ' owner' || (i % 40000) || '@example.com'
                          from (select i, (array['iPhone 16', 'iPad Air', 'Galaxy S24', 'MacBook Pro'])[1 + i % 4] as m
                                  from generate_series(1, 100000) i) as made
                        """).update();
        database.sql("""
                        insert into devices.entry (kind, id, place, title, about, user_id, words)
                        select 'PERSON', i, 0, 'Owner ' || i, 'Department ' || i % 50, i,
                               ' owner ' || i || ' owner' || i || '@example.com department ' || i % 50
                          from generate_series(0, 39999) i
                        """).update();
        database.sql("insert into devices.reading (read_at, entries) values (now(), 140000)").update();
        database.sql("analyze devices.entry").update();
    }
}
