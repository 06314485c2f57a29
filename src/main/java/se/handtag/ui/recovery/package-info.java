/**
 * Pages that the server writes whole and that work without JavaScript: for whoever has lost a phone and sits at somebody
 * else's, and for when signing in or anything else has failed.
 *
 * <p>Offers nothing to other rooms. May use {@code recovery}, {@code commands}, {@code devices}, {@code policy},
 * {@code requests}, {@code identity}, of {@code mdm} only ids, the platform and {@link se.handtag.mdm.MdmException}.
 */
@NullMarked
package se.handtag.ui.recovery;

import org.jspecify.annotations.NullMarked;
