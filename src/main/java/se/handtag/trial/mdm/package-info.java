/**
 * The trial MDM server: a stand-in for a DuoSTATION MDM, with the whole API over HTTP and Basic authentication, for
 * trials, demonstrations and tests.
 *
 * <p>Offers {@link se.handtag.trial.mdm.TrialMdm} to start it and a main class to run it alone. Uses no other room and
 * shares no class with {@code se.handtag.mdm}: a mistake in one must not hide in the other. Its parts: {@code wire}
 * (HTTP, login, faults), {@code api} (the 41 operations), {@code world} (what devices do), {@code store} (PostgreSQL,
 * schema {@code trial_mdm}), {@code page} (the page and the witness for tests).
 */
@NullMarked
package se.handtag.trial.mdm;

import org.jspecify.annotations.NullMarked;
