package se.handtag.notifications;

import org.jspecify.annotations.Nullable;

/**
 * Why it came to what people are told.
 *
 * @param note the name of the words for it, as steps of commands have them
 * @param detail what was kept with the step and is for people, such as whose doing it was; null when the words say it all
 */
public record Why(String note, @Nullable String detail) {}
