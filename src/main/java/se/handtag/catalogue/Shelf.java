package se.handtag.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Apps;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;

/** The apps of the MDM as they are at this moment, and what IT decides about offering them. */
@Component
public class Shelf {
    private final Apps apps;
    private final JdbcClient database;

    Shelf(Apps apps, JdbcClient database) {
        this.apps = apps;
        this.database = database;
    }

    /** All apps, by name. @throws MdmException when the MDM cannot say */
    public List<ShelfApp> all() {
        return apps.all().stream()
                .filter(app -> app.id() != null)
                .map(app -> ShelfApp.of(app, Objects.requireNonNull(app.id())))
                .sorted(Comparator.comparing(ShelfApp::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** One app, empty when there is none. @throws MdmException when the MDM cannot say */
    public Optional<ShelfApp> find(AppId id) {
        try {
            return Optional.of(ShelfApp.of(apps.get(id), id));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** What was decided about an app; nothing when the MDM gives it no package id. */
    public Offer offer(ShelfApp app) {
        return app.packageId() == null ? Offer.NOTHING : offer(app.packageId(), app.platform(), app.store());
    }

    /** What was decided about an app. */
    public Offer offer(String packageId, Platform platform, Store store) {
        return database.sql("""
                        select offered, only_group, approval, vpp, english, swedish from catalogue.app
                         where package_id = :package and platform = :platform and store = :store
                        """)
                .param("package", packageId)
                .param("platform", platform.name())
                .param("store", store.name())
                .query((row, _) -> new Offer(
                        row.getBoolean("offered"),
                        group(row),
                        CatalogueApp.Approval.valueOf(row.getString("approval")),
                        row.getBoolean("vpp"),
                        row.getString("english"),
                        row.getString("swedish")))
                .optional()
                .orElse(Offer.NOTHING);
    }

    /** Decides about an app, as part of the caller's transaction, in which that is put on record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(String packageId, Platform platform, Store store, String name, Offer offer) {
        Longest.TEXT.demand(offer.english(), offer.swedish());
        GroupId group = offer.onlyGroup();
        database.sql("""
                        insert into catalogue.app
                          (package_id, platform, store, name, offered, only_group, approval, vpp, english, swedish)
                        values (:package, :platform, :store, :name, :offered, :group, :approval, :vpp, :english, :swedish)
                        on conflict (package_id, platform, store) do update
                          set offered = excluded.offered, only_group = excluded.only_group,
                              approval = excluded.approval, vpp = excluded.vpp,
                              english = excluded.english, swedish = excluded.swedish
                        """)
                .param("package", packageId)
                .param("platform", platform.name())
                .param("store", store.name())
                .param("name", name)
                .param("offered", offer.offered())
                .param("group", group == null ? null : group.value())
                .param("approval", offer.approval().name())
                .param("vpp", offer.vpp())
                .param("english", offer.english())
                .param("swedish", offer.swedish())
                .update();
    }

    static @Nullable GroupId group(ResultSet row) throws SQLException {
        int id = row.getInt("only_group");
        return row.wasNull() ? null : new GroupId(id);
    }
}
