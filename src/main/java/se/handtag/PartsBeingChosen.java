package se.handtag;

import org.springframework.context.aot.AbstractAotProcessor;

/**
 * Whether this process is the one in which the image's parts are chosen, while the jar is made (decision 0166): nothing is set
 * there, and nothing starts.
 */
public final class PartsBeingChosen {
    private PartsBeingChosen() {}

    /** True there and nowhere else. */
    public static boolean here() {
        return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
    }
}
