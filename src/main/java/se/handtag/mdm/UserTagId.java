package se.handtag.mdm;

/**
 * The link between a user and a tag; not the tag itself.
 *
 * @param value the number that the MDM gave it
 */
public record UserTagId(int value) {

    /** The number alone, as it stands in addresses. */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
