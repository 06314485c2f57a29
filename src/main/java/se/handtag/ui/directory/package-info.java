/**
 * IT's side of the MDM: find anything, people, groups, devices, tags, apps, many things at once, figures, files and health.
 * Every change goes through {@code requests} like everyone else's. Words in {@code messages/directory_*.properties}.
 */
@NullMarked
package se.handtag.ui.directory;

import org.jspecify.annotations.NullMarked;
