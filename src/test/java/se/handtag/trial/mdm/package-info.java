/** Proof of the trial MDM server, over real HTTP and on a real PostgreSQL. */
@NullMarked
package se.handtag.trial.mdm;

import org.jspecify.annotations.NullMarked;
