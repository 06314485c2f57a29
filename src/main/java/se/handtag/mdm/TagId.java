package se.handtag.mdm;

/**
 * A tag.
 *
 * @param value the number that the MDM gave it
 */
public record TagId(int value) {

    /** The number alone, as it stands in addresses. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
