/**
 * Ask, decide, approve: a person's wish becomes a request, the rules say what it takes, an approver says yes or no, and a
 * yes becomes a command.
 *
 * <p>Offers {@link se.handtag.requests.Requests} for who asks, {@link se.handtag.requests.Team} for who asks on behalf of
 * somebody, {@link se.handtag.requests.Approvals} for who decides and {@link se.handtag.requests.Delegations} for who decides
 * in whose place, {@link se.handtag.requests.GroupApprovers} for who approves for whom, and
 * {@link se.handtag.requests.SecondPerson} for what one person of IT does not change alone.
 * May use {@code policy}, {@code commands}, {@code devices}, {@code audit}, {@code identity}.
 */
@NullMarked
package se.handtag.requests;

import org.jspecify.annotations.NullMarked;
