/** What people come for, from the first page to the last, in a real browser against everything that the portal consists of. */
@NullMarked
package se.handtag.journeys;

import org.jspecify.annotations.NullMarked;
