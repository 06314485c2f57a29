/** Every view of the package, for every role. */
@NullMarked
package se.handtag.ui.manager;

import org.jspecify.annotations.NullMarked;
