/** The portal's starting point; every room is a package below this one. */
@NullMarked
package se.handtag;

import org.jspecify.annotations.NullMarked;
