package se.handtag.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.OneReading;
import se.handtag.mdm.App;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Apps;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Platform;

/** The apps of the MDM and what IT has decided about them. An app that IT has not decided about is not offered. */
@Component
public class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final Duration ENOUGH = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "select app_id, name, company, package_id, platform, offered, only_group, approval,"
                    + " vpp, description, english, swedish from catalogue.app where app_id is not null";

    private final Apps apps;
    private final JdbcClient database;
    private final Clock clock;
    private volatile Instant readAt = Instant.MIN;

    Catalogue(Apps apps, JdbcClient database, Clock clock) {
        this.apps = apps;
        this.database = database;
        this.clock = clock;
    }

    /** What may be asked for on this platform, by name. */
    public List<CatalogueApp> offeredFor(Platform platform) {
        return OneReading.told(new Offered(platform), () -> offeredNow(platform));
    }

    private record Offered(Platform platform) {}

    private List<CatalogueApp> offeredNow(Platform platform) {
        refresh();
        List<CatalogueApp> offered = database.sql(
                        COLUMNS + " and offered and platform = :platform order by lower(name)")
                .param("platform", platform.name())
                .query(Catalogue::app)
                .list();
        Map<AppId, CatalogueApp> found = byId(offered);
        OneReading.alsoTold(new Found(found.keySet()), found);
        return offered;
    }

    /** These apps, offered or not; those that the MDM does not have are left out. */
    public Map<AppId, CatalogueApp> find(Set<AppId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return OneReading.told(new Found(Set.copyOf(ids)), () -> findNow(ids));
    }

    private record Found(Set<AppId> ids) {}

    private Map<AppId, CatalogueApp> findNow(Set<AppId> ids) {
        refresh();
        return byId(database.sql(COLUMNS + " and app_id = any(:ids)")
                .param("ids", ids.stream().map(AppId::value).toArray(Integer[]::new))
                .query(Catalogue::app)
                .list());
    }

    private static Map<AppId, CatalogueApp> byId(List<CatalogueApp> apps) {
        return apps.stream().collect(Collectors.toMap(CatalogueApp::id, Function.identity()));
    }

    /** The app with that package id on that platform. */
    public Optional<CatalogueApp> find(String packageId, Platform platform) {
        return database.sql(COLUMNS + " and package_id = :package and platform = :platform order by store limit 1")
                .param("package", packageId)
                .param("platform", platform.name())
                .query(Catalogue::app)
                .optional();
    }

    private void refresh() {
        Instant now = clock.instant();
        if (readAt.isAfter(now.minus(ENOUGH))) {
            return;
        }
        try {
            for (App app : apps.all()) {
                if (app.id() != null && app.packageId() != null) {
                    keep(app, app.id());
                }
            }
            readAt = now;
        } catch (MdmException away) {
            LOG.info("The MDM does not tell its apps now; the catalogue stays as it was: {}", away.getMessage());
        }
    }

    private void keep(App app, AppId id) {
        database.sql("""
                        insert into catalogue.app (package_id, platform, store, app_id, name, company, description)
                        values (:package, :platform, :store, :id, :name, :company, :description)
                        on conflict (package_id, platform, store) do update
                          set app_id = excluded.app_id, name = excluded.name, company = excluded.company,
                              description = excluded.description
                        """)
                .param("package", app.packageId())
                .param("platform", app.platform().name())
                .param("store", app.store().name())
                .param("id", id.value())
                .param("name", app.name() == null ? app.packageId() : app.name())
                .param("company", app.company())
                .param("description", app.description())
                .update();
    }

    private static CatalogueApp app(ResultSet row, int number) throws SQLException {
        return new CatalogueApp(
                new AppId(row.getInt("app_id")),
                row.getString("name"),
                row.getString("company"),
                row.getString("package_id"),
                Platform.valueOf(row.getString("platform")),
                row.getBoolean("offered"),
                Shelf.group(row),
                CatalogueApp.Approval.valueOf(row.getString("approval")),
                row.getBoolean("vpp"),
                row.getString("description"),
                row.getString("english"),
                row.getString("swedish"));
    }
}
