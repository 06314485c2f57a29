package se.handtag.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import se.handtag.devices.Searches;

/** Finding anything by one field among 100,000 devices; an aim in milliseconds, since there is no other side. */
final class SearchFigure implements Figure {
    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<String> measure() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                HikariDataSource connections = new HikariDataSource()) {
            connections.setDataSource(database.getPostgresDatabase());
            return List.of(Searches.measure(connections));
        }
    }
}
