package se.handtag.commands;

import java.util.UUID;
import se.handtag.identity.Person;

/** Who may call a command off beside its owner and IT: a fact that a higher room owns. */
public interface CallingOff {

    /** Whether the person decided on the request, or is one of those who may. */
    boolean decides(Person person, UUID request);
}
