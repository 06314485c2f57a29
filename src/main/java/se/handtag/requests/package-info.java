/**
 * Ask, decide, approve: a person's wish becomes a request, the rules say what it takes, an approver says yes or no, and a
 * yes becomes a command.
 *
 * <p>Offers {@link se.handtag.requests.Requests} for who asks and {@link se.handtag.requests.Approvals} for who decides.
 * May use {@code policy}, {@code commands}, {@code devices}, {@code audit}, {@code identity}.
 */
@NullMarked
package se.handtag.requests;

import org.jspecify.annotations.NullMarked;
