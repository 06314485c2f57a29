package se.handtag.identity;

import java.io.Serializable;
import java.util.UUID;

/** The number of one stay of a person in the portal, from a sign-in to its end. It opens nothing: no cookie holds it. */
public record SessionId(UUID value) implements Serializable {}
