package se.handtag.commands;

import java.util.UUID;

/** A command's number. */
public record CommandId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
