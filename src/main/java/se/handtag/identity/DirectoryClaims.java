package se.handtag.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The claims by which the MDM's import knows a person, for finding their MDM user. Every part is null when the provider
 * does not give it.
 *
 * @param directoryId the directory's id of the person ({@code oid} at Entra ID)
 * @param domain the on-premises domain, the MDM's account group
 * @param samAccount the on-premises account name, the MDM's account name
 * @param email the e-mail address, null also when the provider says that it is not verified
 * @param upn the user principal name
 */
public record DirectoryClaims(
        @Nullable String directoryId,
        @Nullable String domain,
        @Nullable String samAccount,
        @Nullable String email,
        @Nullable String upn)
        implements Serializable {}
