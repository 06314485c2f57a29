package se.handtag.mdm;

import org.jspecify.annotations.Nullable;

/**
 * What was tried: enough to find it again, nothing that names a person.
 *
 * @param operation the row of the API contract, such as C5
 * @param call method and address as the contract writes them, such as {@code POST /devices/{id}/wipedevice}
 * @param ids the ids that the call named, such as {@code 17}; null when it named none
 * @param writes whether the call would have changed something
 */
public record Attempt(
        String operation, String call, @Nullable String ids, boolean writes) {

    @Override
    public String toString() {
        return operation + " " + call + (ids == null ? "" : " (" + ids + ")");
    }
}
