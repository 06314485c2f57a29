/** Handtag measured beside what it is compared with: both sides in one run, taking turns, told as ratios. */
@NullMarked
package se.handtag.bench;

import org.jspecify.annotations.NullMarked;
