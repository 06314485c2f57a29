@NullMarked
package se.handtag.policy;

import org.jspecify.annotations.NullMarked;
