package se.handtag.identity;

import java.time.Instant;
import java.util.List;

/**
 * A room that keeps names beside what people did. It clears its own tables, and leaves alone what is still at work: that
 * needs whom it is about until it has ended.
 */
public interface NamesKept {
    /** The room's name, for records. */
    String room();

    /** How much of theirs there is, and how much of it is at work; kinds of which there is nothing are left out. */
    List<Place> places(Whose whose);

    /**
     * Clears what has ended, as part of the caller's transaction.
     *
     * @return what was cleared
     */
    List<Place> erase(Whose whose);

    /**
     * Clears everybody's names from what had ended and is older, at most so many of each kind, as part of the caller's
     * transaction.
     *
     * @return what was cleared; empty when there is no more
     */
    default List<Place> eraseOlder(Instant before, int most) {
        return List.of();
    }

    /**
     * Where somebody is named.
     *
     * @param kind what it is, in one word, such as {@code decisions}
     * @param ended how many have ended
     * @param atWork how many have not
     */
    record Place(String kind, int ended, int atWork) {
        Place and(Place more) {
            return new Place(kind, ended + more.ended, atWork + more.atWork);
        }

        boolean isNone() {
            return ended == 0 && atWork == 0;
        }
    }
}
