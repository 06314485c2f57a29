/**
 * The trial MDM's own page and its witness for tests: what devices really do, the journal, and by hand: online, offline,
 * advance, faults. Without login, since it listens on loopback only; in exchange nothing is served to a name other than
 * this machine's own and nothing is done for another site's page.
 */
@NullMarked
package se.handtag.trial.mdm.page;

import org.jspecify.annotations.NullMarked;
