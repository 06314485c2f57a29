/** The words that several screens share: actions, states, and the ladder of a request. */
@NullMarked
package se.handtag.ui.words;

import org.jspecify.annotations.NullMarked;
