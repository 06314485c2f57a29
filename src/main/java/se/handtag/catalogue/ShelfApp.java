package se.handtag.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.App;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;

/**
 * All that the MDM says about an app, for IT. Each part is null when it did not say.
 *
 * @param name the package id, or the number, when the MDM gives none
 * @param size in bytes
 * @param others what else the MDM said, by the name it used
 */
public record ShelfApp(
        AppId id,
        String name,
        @Nullable String description,
        @Nullable String company,
        @Nullable String packageId,
        @Nullable String versionText,
        @Nullable Long versionNumber,
        Platform platform,
        @Nullable Long size,
        Store store,
        @Nullable String storeId,
        @Nullable String imageUrl,
        Map<String, String> others) {

    static ShelfApp of(App app, AppId id) {
        String name = app.name() != null && !app.name().isBlank() ? app.name() : app.packageId();
        return new ShelfApp(
                id,
                name == null ? id.toString() : name,
                app.description(),
                app.company(),
                app.packageId(),
                app.versionText(),
                app.versionNumber(),
                app.platform(),
                app.size(),
                app.store(),
                app.storeId(),
                app.imageUrl(),
                app.others());
    }
}
