package se.handtag.mdm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app to add, or to update when the MDM has one with the same package id, platform and store. May be incomplete while
 * somebody fills it in; {@link #violations()} tells what keeps it from being sent. Source: A3.
 *
 * @param packageId the app's identifier, such as se.fjallrav.plock
 * @param versionNumber the version as a whole number; for Android above all
 * @param size in bytes
 * @param storeId App Store: its number there; Play: the package id again; in-house for macOS: the https address of a
 *     {@code .pkg}, or of a {@code .zip} that holds the app
 * @param imageData a PNG in base64, 64 by 64 pixels at best; either this or the address
 * @param imageUrl where the MDM can get the PNG
 */
public record NewApp(
        @Nullable String name,
        @Nullable String description,
        @Nullable String company,
        @Nullable String packageId,
        @Nullable String versionText,
        @Nullable Long versionNumber,
        @Nullable Platform platform,
        @Nullable Long size,
        @Nullable Store store,
        @Nullable String storeId,
        @Nullable String imageData,
        @Nullable String imageUrl) {

    /** Every rule of the API that this app breaks, in the order of its parts; empty when it can be sent. */
    public List<Violation> violations() {
        return AppRules.violations(this);
    }

    /** Leaves the picture out. */
    @Override
    public String toString() {
        return "NewApp[packageId=" + packageId + ", platform=" + platform + ", store=" + store + "]";
    }
}
