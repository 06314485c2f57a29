package se.handtag.ui.shell;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a failure a short reference that a person can read out and IT can find in the log. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final RandomGenerator random;

    Failures(RandomGenerator random) {
        this.random = random;
    }

    /** Logs the failure and answers its reference. */
    String note(Throwable failure) {
        var reference = RequestId.currentOr(random);
        LOG.error("Failure {} on a page", reference, failure);
        return reference;
    }
}
