@NullMarked
package se.handtag.ui.shell;

import org.jspecify.annotations.NullMarked;
