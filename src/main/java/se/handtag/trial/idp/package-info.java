/**
 * The trial's identity provider: OpenID Connect with authorization code and PKCE, fresh sign-in and sign-out, for the
 * people of the sample company.
 *
 * <p>Runs in a Spring context of its own on a port of its own with a session cookie of its own, so that the portal meets
 * it only over HTTP, as it would any other provider. Offers {@link se.handtag.trial.idp.TrialIdp}; uses no other room.
 */
@NullMarked
package se.handtag.trial.idp;

import org.jspecify.annotations.NullMarked;
