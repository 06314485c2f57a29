/** Pages without scripts, asked for by HTTP as a signed-in person's browser would. */
@NullMarked
package se.handtag.ui.recovery;

import org.jspecify.annotations.NullMarked;
