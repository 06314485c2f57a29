package se.handtag.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.AppId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Platform;

/**
 * An app with what IT has decided about it.
 *
 * @param packageId the app's identifier, such as {@code se.fjallrav.plock}
 * @param offered whether people may ask for it
 * @param onlyGroup only people of this group, or of one below it, may ask for it; null: everybody
 * @param approval who must say yes
 * @param vpp whether to use a licence that the company has bought
 * @param english what it is for; null: the MDM's own description stands
 * @param swedish the same in Swedish
 */
public record CatalogueApp(
        AppId id,
        String name,
        @Nullable String company,
        String packageId,
        Platform platform,
        boolean offered,
        @Nullable GroupId onlyGroup,
        Approval approval,
        boolean vpp,
        @Nullable String description,
        @Nullable String english,
        @Nullable String swedish) {

    /** Who must say yes before an app is installed. */
    public enum Approval {
        NONE,
        MANAGER
    }

    /** The same, offered to nobody: whoever asks is not of the group that it is for. */
    public CatalogueApp notOffered() {
        return new CatalogueApp(
                id, name, company, packageId, platform, false, onlyGroup, approval, vpp, description, english, swedish);
    }

    /** What it is for, in the reader's language if IT wrote it so, else as the MDM has it; empty when nobody said. */
    public String describe(Locale locale) {
        String own = "sv".equals(locale.getLanguage()) ? swedish : english;
        if (own != null) {
            return own;
        }
        return description == null ? "" : description;
    }
}
