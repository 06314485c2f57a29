package se.handtag.ui.shell;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a failure a short reference that a person can read out and IT can find in the log. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** No letters or digits that are mistaken for each other when read out. */
    private static final String ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final int LENGTH = 6;

    private final RandomGenerator random;

    Failures(RandomGenerator random) {
        this.random = random;
    }

    /** Logs the failure and answers its reference. */
    String note(Throwable failure) {
        var reference = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        LOG.error("Failure {} on a page", reference, failure);
        return reference.toString();
    }
}
