@NullMarked
package se.handtag.devices;

import org.jspecify.annotations.NullMarked;
