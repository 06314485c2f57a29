/**
 * What is given for a time: it is asked for like anything else, runs from when the MDM took it, is announced a day before it
 * ends, prolonged by a new request, and taken back by itself on the same way of decision, record and command.
 *
 * <p>Offers {@link se.handtag.grants.Grants} and its events. May use {@code requests}, {@code commands}, {@code policy},
 * {@code audit}, {@code identity}.
 */
@NullMarked
package se.handtag.grants;

import org.jspecify.annotations.NullMarked;
