/**
 * The screens. {@code kit} is what all screens are built of, {@code shell} is the frame
 * around them, and each group of people has a package of its own beside these two. May use every room but {@code mdm} and
 * {@code trial}.
 */
@NullMarked
package se.handtag.ui;

import org.jspecify.annotations.NullMarked;
