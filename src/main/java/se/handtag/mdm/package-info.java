/**
 * The typed client of the whole DuoSTATION API: one interface an area, records of what the MDM answers, one family of
 * errors, and the patience and limits around it.
 *
 * <p>Offers {@link se.handtag.mdm.Groups}, {@link se.handtag.mdm.Users}, {@link se.handtag.mdm.Devices},
 * {@link se.handtag.mdm.Tags}, {@link se.handtag.mdm.DeviceTags}, {@link se.handtag.mdm.UserTags},
 * {@link se.handtag.mdm.Apps} and {@link se.handtag.mdm.DeviceCommands}; every method carries its row of the API
 * contract ({@link se.handtag.mdm.Operation}), and those that change something are marked
 * {@link se.handtag.mdm.Writes}. All throw {@link se.handtag.mdm.MdmException} and nothing else.
 *
 * <p>Knows no other room. Reading is free for all; only {@code commands} may call what is marked as writing.
 */
@NullMarked
package se.handtag.mdm;

import org.jspecify.annotations.NullMarked;
