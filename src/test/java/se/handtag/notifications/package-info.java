@NullMarked
package se.handtag.notifications;

import org.jspecify.annotations.NullMarked;
