package se.handtag.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.identity.Role;

/**
 * Everything a decision is made from.
 *
 * @param roles the roles of who asks
 * @param own whether the device is theirs
 * @param owner whose it is, null when it is nobody's or the MDM does not say
 * @param ownerGroups the owner's group and those above it, the topmost first
 * @param lost whether it is reported lost
 * @param app the app to install, null for other actions or when the MDM has none of that id
 */
public record Question(
        Set<Role> roles,
        boolean own,
        ActionKind action,
        FleetDevice device,
        @Nullable MdmUser owner,
        List<String> ownerGroups,
        boolean lost,
        @Nullable CatalogueApp app) {}
