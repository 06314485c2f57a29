package se.handtag.identity;

import java.util.List;

/**
 * A room that keeps names beside what people did. It says where in its own tables, and what is still at work: that needs whom it is
 * about until it has ended.
 */
public interface NamesKept {
    /** The room's name, for records. */
    String room();

    /** Where it names somebody, and how that is cleared. */
    List<NameSweep> theirs();

    /** Where it names anybody in what has ended and was {@code :before}, and how that is cleared; none to keep it as it is. */
    default List<NameSweep> older() {
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
