@NullMarked
package se.handtag.audit;

import org.jspecify.annotations.NullMarked;
