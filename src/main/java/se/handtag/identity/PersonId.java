package se.handtag.identity;

import java.io.Serializable;
import java.util.UUID;

/** The portal's own number of a person: the same for ever, and saying nothing about them. */
public record PersonId(UUID value) implements Serializable {
    @Override
    public String toString() {
        return value.toString();
    }
}
