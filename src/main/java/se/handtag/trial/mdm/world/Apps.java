package se.handtag.trial.mdm.world;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.store.Store;

/** Apps on devices and the licences that they take. */
final class Apps {
    private static final int APP_STORE = 0;

    private final Store store;

    Apps(Store store) {
        this.store = store;
    }

    /**
     * Installs, updates or first asks the owner.
     *
     * @param asked whether the owner has been asked already
     */
    Outcome install(UUID device, Platform platform, boolean supervised, Order.Install order, boolean asked) {
        App app = store.sql(
                        "select id, package_id, platform, store, licences from apps where id = ? for no key update",
                        order.app())
                .query((row, _) -> new App(
                        row.getInt(1),
                        row.getString(2),
                        Platform.of(row.getInt(3)),
                        row.getInt(4),
                        row.getObject(5, Integer.class)))
                .single();
        if (app.platform() != platform) {
            return new Outcome.Failed(app.packageId() + " is not for this platform");
        }
        boolean licence = order.vpp() && platform != Platform.ANDROID;
        if (licence && app.shop() != APP_STORE) {
            return new Outcome.Failed(app.packageId() + " is not from App Store and has no VPP licences");
        }
        if (licence && !holdsLicence(device, app) && noneLeft(app)) {
            return new Outcome.Failed("no VPP licence of " + app.packageId() + " is left");
        }
        boolean silent = platform == Platform.ANDROID || supervised && (licence || app.shop() != APP_STORE);
        if (!silent && !asked) {
            return new Outcome.Asked("the owner is asked whether to install " + app.packageId());
        }
        store.sql("""
                        insert into installed_apps (device_id, package_id, managed, licence_of) values (?, ?, true, ?)
                        on conflict (device_id, package_id) do update set managed = true,
                            licence_of = coalesce(excluded.licence_of, installed_apps.licence_of)""", device, app.packageId(), licence ? app.id() : null).update();
        return new Outcome.Done("installed " + app.packageId() + (licence ? " with a VPP licence" : ""));
    }

    /** Removes an app that the MDM manages. */
    Outcome remove(UUID device, String identifier) {
        Boolean managed = store.sql(
                        "select managed from installed_apps where device_id = ? and package_id = ?", device, identifier)
                .query(Boolean.class)
                .optional()
                .orElse(null);
        if (managed == null) {
            return new Outcome.Failed(identifier + " is not installed");
        }
        if (!managed) {
            return new Outcome.Failed(identifier + " was installed by the owner and is not managed");
        }
        store.sql("delete from installed_apps where device_id = ? and package_id = ?", device, identifier)
                .update();
        return new Outcome.Done("removed " + identifier);
    }

    /** Removes all apps, or only those that the MDM manages. */
    void removeAll(UUID device, boolean onlyManaged) {
        store.sql("delete from installed_apps where device_id = ? and (managed or not ?)", device, onlyManaged)
                .update();
    }

    /** How many apps a device has. */
    int count(UUID device) {
        return store.sql("select count(*) from installed_apps where device_id = ?", device)
                .query(Integer.class)
                .single();
    }

    private boolean holdsLicence(UUID device, App app) {
        return store.sql("select count(*) from installed_apps where device_id = ? and licence_of = ?", device, app.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean noneLeft(App app) {
        Integer bought = app.licences();
        return bought != null
                && store.sql("select count(*) from installed_apps where licence_of = ?", app.id())
                                .query(Integer.class)
                                .single()
                        >= bought;
    }

    /** An app that may be installed; licences null: no limit. */
    private record App(
            int id,
            String packageId,
            Platform platform,
            int shop,
            @Nullable Integer licences) {}
}
