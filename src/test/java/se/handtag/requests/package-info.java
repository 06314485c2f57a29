@NullMarked
package se.handtag.requests;

import org.jspecify.annotations.NullMarked;
