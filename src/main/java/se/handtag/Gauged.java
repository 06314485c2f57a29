package se.handtag;

import io.micrometer.core.instrument.Tags;
import java.util.List;

/**
 * How much of something there is now, as one room knows it, for whoever watches the portal. It is asked now and then on a
 * thread of its own, never by a scrape: with the database away a scrape would wait for it, number by number.
 */
@FunctionalInterface
public interface Gauged {

    /** The numbers as they are now; the same names and tags each time. May ask the database. */
    List<Value> now();

    /**
     * One number.
     *
     * @param name in Micrometer's form with its unit, such as {@code handtag.requests.oldest.seconds}
     */
    record Value(String name, Tags tags, double number) {
        public static Value of(String name, double number, String... tags) {
            return new Value(name, Tags.of(tags), number);
        }
    }
}
