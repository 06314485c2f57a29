package se.handtag.notifications;

import org.jspecify.annotations.Nullable;

/**
 * Why it came to what people are told.
 *
 * @param note the name of the words for it, as steps of commands have them
 * @param who whose doing it was, for words that end with a name; null when they say it all
 */
public record Why(String note, @Nullable String who) {}
