package se.handtag.devices;

import org.jspecify.annotations.Nullable;
import se.handtag.mdm.GroupId;

/**
 * A group of the MDM.
 *
 * @param name its own, which other groups may share; its number when the MDM gives none
 * @param parent the group above it; null directly under the root
 */
public record MdmGroup(GroupId id, String name, @Nullable GroupId parent) {}
