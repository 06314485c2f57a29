/**
 * What the devices of the trial MDM do: commands wait for them, they make contact, carry out what they can, fail at what
 * they cannot, and the journal tells.
 *
 * <p>The document is silent about what becomes of a command. Here each call that names a device is accepted with 200, also
 * when that device can never do it; it fails at the device's next contact (the last table of the API contract is the
 * model). Where that table says "depends on the ownership mode", a supervised Android device is the company's own and
 * obeys; on another, only the work profile is managed: it cannot clear the passcode, and a wipe takes the profile alone.
 * An app that no VPP licence or supervision lets in silently is asked for on the screen; its owner says yes by the next
 * contact. A licence is taken when the device installs, and free again when the app or everything is removed. After a
 * cleared passcode the owner sets a new one within an hour. A wiped device is in factory state and out of contact
 * until it is brought online again, which means that somebody sets it up anew. Commands lapse after seven days.
 */
@NullMarked
package se.handtag.trial.mdm.world;

import org.jspecify.annotations.NullMarked;
