package se.handtag.catalogue;

import org.jspecify.annotations.Nullable;
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

    /** Whether it may let somebody have what the other does not; what is not proved to be stricter counts as looser. */
    public boolean looserThan(Offer other) {
        return offered
                && (!other.offered
                        || (approval == CatalogueApp.Approval.NONE && other.approval != CatalogueApp.Approval.NONE)
                        || (other.onlyGroup != null && !other.onlyGroup.equals(onlyGroup)));
    }
}
