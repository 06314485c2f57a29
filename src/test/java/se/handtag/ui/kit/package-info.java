@NullMarked
package se.handtag.ui.kit;

import org.jspecify.annotations.NullMarked;
