package se.handtag.commands;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in a command's life.
 *
 * @param note which words of the message files explain it ({@code command.note.<note>}), null when the state says it all
 * @param detail what fills those words, such as the MDM's reason or the time of contact, null when nothing does
 */
public record Step(
        CommandState state,
        Instant at,
        @Nullable String note,
        @Nullable String detail) {}
