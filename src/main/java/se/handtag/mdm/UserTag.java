package se.handtag.mdm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag put on a user, and so on all of the user's devices. Each part is null when the MDM did not say. Source: UT1,
 * UT2, UT3.
 *
 * @param others what else the MDM said, by the name it used; other than text as JSON
 */
public record UserTag(
        @Nullable UserTagId id,
        @Nullable UserId userId,
        @Nullable TagId tagId,
        Map<String, String> others) {}
