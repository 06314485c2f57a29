/**
 * The trial: what lets a newcomer run Handtag with one command and nothing installed.
 *
 * <p>On the profile {@code trial}, before the portal's context, it starts a PostgreSQL server with its data in a folder,
 * an MDM server with the whole API, an identity provider and a sample company, and hands the portal their addresses as
 * ordinary settings. Offers nothing to other rooms and uses none: the portal cannot tell it from the real thing. The
 * portal's component scan never sees this package.
 */
@NullMarked
package se.handtag.trial;

import org.jspecify.annotations.NullMarked;
