@NullMarked
package se.handtag.ui.words;

import org.jspecify.annotations.NullMarked;
