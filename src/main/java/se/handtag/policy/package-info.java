/**
 * Rules → decision: what a person may do, what it takes, and why.
 *
 * <p>Offers {@link se.handtag.policy.Policy}, the {@link se.handtag.policy.Action}s there are and the
 * {@link se.handtag.policy.Subject}s that they are done to; {@link se.handtag.policy.Rulebook} and
 * {@link se.handtag.policy.Replays} to IT; and {@link se.handtag.policy.LostDevices}, which a higher room implements. Rules are
 * YAML with conditions in the Common Expression Language, published in versions; default is deny. May use {@code devices},
 * {@code catalogue}, {@code audit}, {@code identity}.
 */
@NullMarked
package se.handtag.policy;

import org.jspecify.annotations.NullMarked;
