@NullMarked
package se.handtag.identity;

import org.jspecify.annotations.NullMarked;
