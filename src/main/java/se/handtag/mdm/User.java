package se.handtag.mdm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user of the MDM. Each part is null when the MDM did not say. Source: U1, U2, U3.
 *
 * @param accountGroup the domain, when the user came from a directory
 * @param accountName the account within that domain
 * @param others what else the MDM said, by the name it used; other than text as JSON
 */
public record User(
        @Nullable UserId id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String accountGroup,
        @Nullable String accountName,
        @Nullable GroupId groupId,
        @Nullable String company,
        @Nullable String office,
        @Nullable String department,
        @Nullable String position,
        Map<String, String> others) {}
