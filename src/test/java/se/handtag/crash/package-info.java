/**
 * Handtag cut off in the middle: its process halted and its database stopped hard, at every step of sending, with the trial
 * MDM's journal as the witness. The points are hung onto the portal from here; in its jar there is nothing of them.
 */
@NullMarked
package se.handtag.crash;

import org.jspecify.annotations.NullMarked;
