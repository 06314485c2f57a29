@NullMarked
package se.handtag.recovery;

import org.jspecify.annotations.NullMarked;
