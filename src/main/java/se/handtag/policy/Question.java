package se.handtag.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.MdmUser;
import se.handtag.identity.Role;

/**
 * Everything a decision is made from.
 *
 * @param roles the roles of who asks
 * @param own whether the subject is their device or they themselves
 * @param subject what it is to be done to
 * @param owner whose it is, a user being their own; null when it is nobody's or the MDM does not say
 * @param ownerGroups the owner's group and those above it, the topmost first
 * @param lost whether it is reported lost
 * @param app the app to install, null for other actions or when the MDM has none of that id
 */
public record Question(
        Set<Role> roles,
        boolean own,
        ActionKind action,
        Subject subject,
        @Nullable MdmUser owner,
        List<String> ownerGroups,
        boolean lost,
        @Nullable CatalogueApp app) {}
