/** Every view of the package, for every role. */
@NullMarked
package se.handtag.ui.administration;

import org.jspecify.annotations.NullMarked;
