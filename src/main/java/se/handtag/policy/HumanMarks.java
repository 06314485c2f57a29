package se.handtag.policy;

import java.util.Set;
import se.handtag.identity.Person;

/** By what a human would be known again, whatever account they come with: a fact that a higher room owns. */
public interface HumanMarks {

    /**
     * Those who share a mark are one human. Asks the MDM, so never inside a transaction.
     *
     * @return at least one
     */
    Set<String> marks(Person person);
}
