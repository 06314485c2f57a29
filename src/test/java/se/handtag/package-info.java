/** The portal as tests start it, and what holds for the whole of it. */
@NullMarked
package se.handtag;

import org.jspecify.annotations.NullMarked;
