package se.handtag.catalogue;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagId;

/**
 * A tag that people may ask for, in words for them.
 *
 * @param tagName the tag as IT knows it
 * @param platforms on which devices it makes sense; empty for all
 * @param approval who must say yes
 * @param longestDays for how many days at most; null: for good, too
 */
public record Configuration(
        TagId tag,
        String tagName,
        Picture picture,
        Target target,
        Set<Platform> platforms,
        CatalogueApp.Approval approval,
        @Nullable Integer longestDays,
        String englishName,
        String swedishName,
        String english,
        String swedish,
        boolean offered) {

    public Configuration {
        platforms = Set.copyOf(platforms);
    }

    /** What stands beside its name. */
    public enum Picture {
        WIFI,
        ABROAD,
        PRINTER,
        VEHICLE,
        OTHER
    }

    /** What the tag is put on. */
    public enum Target {
        DEVICE,
        /** A user, and with them all their devices. */
        PERSON
    }

    /** What people call it, in the reader's language. */
    public String name(Locale locale) {
        return isSwedish(locale) ? swedishName : englishName;
    }

    /** What it is for. */
    public String describe(Locale locale) {
        return isSwedish(locale) ? swedish : english;
    }

    /** Whether it makes sense on such a device. */
    public boolean fits(Platform platform) {
        return platforms.isEmpty() || platforms.contains(platform);
    }

    /**
     * Whether it may let somebody have what the other does not; what is not proved to be stricter counts as looser.
     *
     * @param other null for none
     */
    public boolean looserThan(@Nullable Configuration other) {
        return offered
                && (other == null
                        || !other.offered
                        || target != other.target
                        || (approval == CatalogueApp.Approval.NONE && other.approval != CatalogueApp.Approval.NONE)
                        || (!other.platforms.isEmpty()
                                && (platforms.isEmpty() || !other.platforms.containsAll(platforms)))
                        || isLonger(longestDays, other.longestDays));
    }

    private static boolean isLonger(@Nullable Integer days, @Nullable Integer before) {
        return before != null && (days == null || days > before);
    }

    private static boolean isSwedish(Locale locale) {
        return "sv".equals(locale.getLanguage());
    }
}
