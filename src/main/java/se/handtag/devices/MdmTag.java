package se.handtag.devices;

import org.jspecify.annotations.Nullable;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;

/**
 * A tag of the MDM: what configurations hang on.
 *
 * @param name its number when the MDM gives none
 * @param group where it belongs; null when the MDM does not say
 */
public record MdmTag(
        TagId id,
        String name,
        @Nullable String description,
        @Nullable GroupId group) {}
