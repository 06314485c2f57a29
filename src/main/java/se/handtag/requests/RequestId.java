package se.handtag.requests;

import java.util.UUID;

/** A request's number, which cannot be guessed. */
public record RequestId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
