package se.handtag.identity;

import org.jspecify.annotations.Nullable;

/**
 * A person in the act of doing something.
 *
 * @param sourceAddress the network address they do it from, null when it is not known
 */
public record Actor(Person person, @Nullable String sourceAddress) {}
