package se.handtag.mdm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of the MDM's tree. Source: G1, G2, G3.
 *
 * @param id null when the MDM did not say
 * @param name null when the MDM did not say; several groups may share one
 * @param parentId the group above; null when the MDM did not say, 0 under the root
 * @param others what else the MDM said, by the name it used; other than text as JSON
 */
public record Group(
        @Nullable GroupId id,
        @Nullable String name,
        @Nullable GroupId parentId,
        Map<String, String> others) {}
