package se.handtag.mdm;

/**
 * An app that the MDM knows.
 *
 * @param value the number that the MDM gave it
 */
public record AppId(int value) {

    /** The number alone, as it stands in addresses. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
