/**
 * Screens of IT, the help desk and the auditor: the log, finding devices, what is lost now, outcomes that nobody knows, and
 * the page for whoever opens a screen that is not theirs. Every screen opens to its roles only.
 */
@NullMarked
package se.handtag.ui.administration;

import org.jspecify.annotations.NullMarked;
