/**
 * Who is signed in, with which roles.
 *
 * <p>Turns the identity provider's claims into a {@link se.handtag.identity.Person} that the portal keeps under a
 * number of its own, and guards every address of the portal. Offers {@link se.handtag.identity.SignedIn},
 * {@link se.handtag.identity.Persons} and the events of signing in and out. Knows no other room.
 */
@NullMarked
package se.handtag.identity;

import org.jspecify.annotations.NullMarked;
