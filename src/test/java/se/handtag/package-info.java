/** What concerns several rooms at once. */
@NullMarked
package se.handtag;

import org.jspecify.annotations.NullMarked;
