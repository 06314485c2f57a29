package se.handtag.mdm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag: what configurations hang on. Each part is null when the MDM did not say. Source: T1, T2.
 *
 * @param others what else the MDM said, by the name it used; other than text as JSON
 */
public record Tag(
        @Nullable TagId id,
        @Nullable String name,
        @Nullable String description,
        @Nullable GroupId groupId,
        Map<String, String> others) {}
