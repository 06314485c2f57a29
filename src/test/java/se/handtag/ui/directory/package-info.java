@NullMarked
package se.handtag.ui.directory;

import org.jspecify.annotations.NullMarked;
