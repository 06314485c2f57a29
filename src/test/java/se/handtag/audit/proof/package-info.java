@NullMarked
package se.handtag.audit.proof;

import org.jspecify.annotations.NullMarked;
