package se.handtag.policy;

/**
 * A mistake in a file of rules or of their tests.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param what in a few English words
 */
public record Problem(int line, int column, String what) {
    @Override
    public String toString() {
        return "line %d, column %d: %s".formatted(line, column, what);
    }
}
