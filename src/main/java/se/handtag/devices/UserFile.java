package se.handtag.devices;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.User;
import se.handtag.mdm.UserId;

/**
 * All that the MDM says about a user, for IT. Each part is null when it did not say.
 *
 * @param name the number when the MDM gives none
 * @param accountGroup the domain, when the user came from a directory
 * @param others what else the MDM said, by the name it used
 */
public record UserFile(
        UserId id,
        String name,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String accountGroup,
        @Nullable String accountName,
        @Nullable GroupId group,
        @Nullable String company,
        @Nullable String office,
        @Nullable String department,
        @Nullable String position,
        Map<String, String> others) {

    static UserFile of(User user, UserId id) {
        String name = user.name();
        return new UserFile(
                id,
                name == null || name.isBlank() ? id.toString() : name,
                user.email(),
                user.phoneNumber(),
                user.accountGroup(),
                user.accountName(),
                user.groupId(),
                user.company(),
                user.office(),
                user.department(),
                user.position(),
                user.others());
    }

    /** Short, as others show people. */
    public MdmUser brief() {
        return new MdmUser(id, name, email, department, group, List.of());
    }
}
