package se.handtag.mdm;

/**
 * A group of the MDM's tree.
 *
 * @param value the number that the MDM gave it
 */
public record GroupId(int value) {

    /** The number alone, as it stands in addresses. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
