package se.handtag.bench;

import java.util.List;

/** Something that is measured against something else. */
interface Figure {
    /** As in the list of figures, such as P6. */
    String name();

    /** Starts what it needs, measures, and answers the lines to print. */
    List<String> measure() throws Exception;
}
