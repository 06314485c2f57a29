/**
 * The portal's picture of the fleet: which MDM user a person is, whose device is which, and how fresh that knowledge is.
 *
 * <p>Everything is read from the MDM when asked for and kept, so that a page still opens with what was known while the
 * MDM is away. Offers {@link se.handtag.devices.MdmUsers} and {@link se.handtag.devices.Fleet} for a person's own matters,
 * {@link se.handtag.devices.FleetIndex} to find anything, {@link se.handtag.devices.Directory} and {@link
 * se.handtag.devices.TagLinks} for IT. May use {@code identity}
 * and the reading part of {@code mdm}.
 */
@NullMarked
package se.handtag.devices;

import org.jspecify.annotations.NullMarked;
