package se.handtag.mdm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app that the MDM knows. Each part is null when the MDM did not say. Source: A1, A2.
 *
 * @param packageId the app's identifier, such as se.fjallrav.plock
 * @param versionNumber the version as a whole number; used for Android above all
 * @param size in bytes
 * @param storeId by store: the App Store's id, the package id, or an address of a package
 * @param imageUrl where its picture is
 * @param others what else the MDM said, by the name it used; other than text as JSON; a picture's data is left out
 */
public record App(
        @Nullable AppId id,
        @Nullable String name,
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
        Map<String, String> others) {}
