package se.handtag.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * That a person has just proved to the identity provider who they are, because the portal asked them to.
 *
 * @param at the provider's {@code auth_time}
 */
public record FreshSignIn(PersonId person, Instant at) implements Serializable {}
