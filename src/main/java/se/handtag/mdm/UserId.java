package se.handtag.mdm;

/**
 * A user of the MDM.
 *
 * @param value the number that the MDM gave it
 */
public record UserId(int value) {

    /** The number alone, as it stands in addresses. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
