@NullMarked
package se.handtag.catalogue;

import org.jspecify.annotations.NullMarked;
