package se.handtag.devices;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.UserId;

/**
 * A user of the MDM as the portal knows them.
 *
 * @param tags the names of the user's tags, in alphabetical order
 */
public record MdmUser(
        UserId id,
        String name,
        @Nullable String email,
        @Nullable String department,
        @Nullable GroupId group,
        List<String> tags) {

    public MdmUser {
        tags = List.copyOf(tags);
    }
}
