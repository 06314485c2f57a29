@NullMarked
package se.handtag.trial;

import org.jspecify.annotations.NullMarked;
