@NullMarked
package se.handtag.grants;

import org.jspecify.annotations.NullMarked;
