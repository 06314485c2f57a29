/**
 * The one way out to the MDM: takes an order that was decided, decides once more, sends it, and follows what becomes of
 * it.
 *
 * <p>Offers {@link se.handtag.commands.Commands}, {@link se.handtag.commands.Holds}, {@link se.handtag.commands.StopSwitch} and
 * {@link se.handtag.commands.Limits}; {@link se.handtag.commands.CallingOff} is for a higher room to implement. No other room calls a writing operation of {@code mdm}. The intent is
 * committed before the call and the outcome after it; a command that was cut off between the two is sent again when that
 * does no harm, and otherwise waits for a person. May use {@code mdm}, {@code devices}, {@code policy}, {@code audit},
 * {@code identity}.
 */
@NullMarked
package se.handtag.commands;

import org.jspecify.annotations.NullMarked;
