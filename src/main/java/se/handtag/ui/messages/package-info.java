/** What happened since I last looked. */
@NullMarked
package se.handtag.ui.messages;

import org.jspecify.annotations.NullMarked;
