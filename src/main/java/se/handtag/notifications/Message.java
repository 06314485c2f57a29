package se.handtag.notifications;

import java.time.Instant;
import se.handtag.policy.ActionKind;
import se.handtag.requests.RequestId;

/**
 * A message to a person.
 *
 * @param about who did it or asked for it, by name
 * @param device the device's label
 * @param unread whether it came since the person last looked
 */
public record Message(
        What what, String about, ActionKind action, String device, RequestId request, Instant at, boolean unread) {

    /** What a message says. */
    public enum What {
        /** Somebody's request waits for your yes. */
        TO_DECIDE,
        /** Your request was approved. */
        APPROVED,
        /** Your request was rejected. */
        REJECTED,
        /** The MDM said no. */
        REFUSED,
        /** It was called off before it was sent. */
        CANCELLED,
        /** Nobody knows whether it was sent; IT finds out. */
        UNKNOWN
    }
}
