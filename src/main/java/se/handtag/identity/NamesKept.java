package se.handtag.identity;

import java.time.Instant;

/** A room whose tables name people; each clears its own. Every method is part of the caller's transaction. */
public interface NamesKept {

    /** Takes their names, their addresses, what they wrote and the numbers of their devices out of what is over. */
    void erase(Forgotten whom);

    /** The same for everybody, of what was over by then. */
    void eraseBefore(Instant time);
}
