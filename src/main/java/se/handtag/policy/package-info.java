/**
 * Rules → decision: what a person may do with a device, what it takes, and why.
 *
 * <p>Offers {@link se.handtag.policy.Policy}, the {@link se.handtag.policy.Action}s there are, and
 * {@link se.handtag.policy.LostDevices}, which a higher room implements. Rules are a YAML file with conditions in the
 * Common Expression Language; default is deny. May use {@code devices}, {@code catalogue}, {@code identity}.
 */
@NullMarked
package se.handtag.policy;

import org.jspecify.annotations.NullMarked;
