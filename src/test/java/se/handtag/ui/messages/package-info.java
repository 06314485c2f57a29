/** Proof that people read what happened, and can act on what is about to. */
@NullMarked
package se.handtag.ui.messages;

import org.jspecify.annotations.NullMarked;
