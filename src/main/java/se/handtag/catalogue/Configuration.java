package se.handtag.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** All but the tag as words by name, as it is shown to a second person and put on record. */
    public SortedMap<String, String> values() {
        return new TreeMap<>(Map.of(
                "offered",
                String.valueOf(offered),
                "approval",
                approval.name(),
                "target",
                target.name(),
                "platforms",
                platforms.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                "days",
                longestDays == null ? "" : longestDays.toString(),
                "picture",
                picture.name(),
                "englishName",
                englishName,
                "swedishName",
                swedishName,
                "english",
                english,
                "swedish",
                swedish));
    }

    /** What such words say of a tag. */
    public static Configuration of(TagId tag, String tagName, SortedMap<String, String> values) {
        String days = value(values, "days");
        return new Configuration(
                tag,
                tagName,
                Picture.valueOf(value(values, "picture")),
                Target.valueOf(value(values, "target")),
                Arrays.stream(value(values, "platforms").split(" "))
                        .filter(platform -> !platform.isEmpty())
                        .map(Platform::valueOf)
                        .collect(Collectors.toSet()),
                CatalogueApp.Approval.valueOf(value(values, "approval")),
                days.isEmpty() ? null : Integer.valueOf(days),
                value(values, "englishName"),
                value(values, "swedishName"),
                value(values, "english"),
                value(values, "swedish"),
                Boolean.parseBoolean(value(values, "offered")));
    }

    private static String value(SortedMap<String, String> values, String name) {
        return values.getOrDefault(name, "");
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
