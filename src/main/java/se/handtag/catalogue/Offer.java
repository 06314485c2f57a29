package se.handtag.catalogue;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.mdm.GroupId;

/**
 * What IT has decided about an app.
 *
 * @param offered whether people may ask for it
 * @param onlyGroup only people of this group, or of one below it; null: everybody
 * @param approval who must say yes
 * @param vpp whether to use a licence that the company has bought
 * @param english what it is for; null: the MDM's own description stands
 * @param swedish the same in Swedish
 */
public record Offer(
        boolean offered,
        @Nullable GroupId onlyGroup,
        CatalogueApp.Approval approval,
        boolean vpp,
        @Nullable String english,
        @Nullable String swedish) {

    /** As long as IT has decided nothing. */
    public static final Offer NOTHING = new Offer(false, null, CatalogueApp.Approval.MANAGER, false, null, null);

    /** The same as words by name, as it is shown to a second person and put on record. */
    public SortedMap<String, String> values() {
        return new TreeMap<>(Map.of(
                "offered",
                String.valueOf(offered),
                "group",
                onlyGroup == null ? "" : onlyGroup.toString(),
                "approval",
                approval.name(),
                "licence",
                String.valueOf(vpp),
                "english",
                english == null ? "" : english,
                "swedish",
                swedish == null ? "" : swedish));
    }

    /** What such words say. */
    public static Offer of(SortedMap<String, String> values) {
        String group = values.getOrDefault("group", "");
        return new Offer(
                Boolean.parseBoolean(values.get("offered")),
                group.isEmpty() ? null : new GroupId(Integer.parseInt(group)),
                Approval.valueOf(values.getOrDefault("approval", Approval.MANAGER.name())),
                Boolean.parseBoolean(values.get("licence")),
                written(values.get("english")),
                written(values.get("swedish")));
    }

    private static @Nullable String written(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Whether it may let somebody have what the other does not; what is not proved to be stricter counts as looser. */
    public boolean looserThan(Offer other) {
        return offered
                && (!other.offered
                        || (approval == CatalogueApp.Approval.NONE && other.approval != CatalogueApp.Approval.NONE)
                        || (other.onlyGroup != null && !other.onlyGroup.equals(onlyGroup)));
    }
}
