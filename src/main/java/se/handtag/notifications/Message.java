package se.handtag.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.handtag.commands.CommandId;
import se.handtag.policy.ActionKind;

/**
 * A message to a person.
 *
 * @param number its own, larger than that of any before
 * @param about who did it or asked for it, by name
 * @param action what it is about, null when about no action
 * @param thing the label of the device or whatever else it is about; empty when about none
 * @param comment what somebody said, null for nothing
 * @param why why it came to that, null when the message says it all
 * @param link where in the portal to look, without a leading slash
 * @param command the command it is about, null for none
 * @param unread whether it came since the person last looked
 */
public record Message(
        long number,
        What what,
        String about,
        @Nullable ActionKind action,
        String thing,
        @Nullable String comment,
        @Nullable Why why,
        String link,
        @Nullable CommandId command,
        Instant at,
        boolean unread) {

    /** What a message says. */
    public enum What {
        /** Somebody's request waits for your yes. */
        TO_DECIDE,
        /** It has waited for your yes for long. */
        REMINDED,
        /** Whoever was asked did not answer, so that you may decide, too. */
        PASSED_TO_YOU,
        /** Whoever was asked decides nothing any more, so that you may decide. */
        MOVED_TO_YOU,
        /** What waited for your yes was taken back. */
        WITHDRAWN,
        /** Somebody asked for it on your behalf. */
        ASKED_FOR_YOU,
        /** Your request waits; those it waits for were reminded. */
        STILL_WAITING,
        /** Your request may be decided by the next up, too. */
        PASSED_ON,
        /** Whoever your request waited for decides nothing any more; the next in line may. */
        MOVED_ON,
        /** Your request was approved. */
        APPROVED,
        /** Your request was rejected. */
        REJECTED,
        /** Your request was not decided or not sent in time. */
        EXPIRED,
        /** The MDM said no. */
        REFUSED,
        /** It was called off before it was sent. */
        CANCELLED,
        /** Nobody knows whether it was sent; IT finds out. */
        UNKNOWN,
        /** What nobody knew was found out: it was done. */
        DONE,
        /** It was accepted, or nobody knew, and it has come to nothing. */
        NOT_DONE,
        /** What somebody else wanted for your device was called off before it was sent. */
        OTHERS_CANCELLED,
        /** The same, and the MDM said no. */
        OTHERS_REFUSED,
        /** The same, and nobody knows whether it was sent. */
        OTHERS_UNKNOWN,
        /** The same, and it was found out that it was done. */
        OTHERS_DONE,
        /** The same, and it has come to nothing. */
        OTHERS_NOT_DONE,
        /** What you said yes to was called off before it was sent. */
        APPROVED_CANCELLED,
        /** What you said yes to has come to nothing. */
        APPROVED_NOT_DONE,
        /** Nobody knows whether a command was sent: you find out. */
        TO_SETTLE,
        /** A device is to be erased, and can still be kept from it. */
        WIPE_HELD,
        /** A device was to be erased, and is not. */
        WIPE_CALLED_OFF,
        /** A device was erased: somebody of IT made sure, or it shows. */
        WIPED,
        /** Nothing shows whether a device was erased, and nobody looks any more. */
        WIPE_UNSEEN,
        /** A device was to be erased, and what it shows speaks against that. */
        WIPE_DOUBTED,
        /** A device was to be erased, and was certainly not. */
        WIPE_NOT_DONE,
        /** Nobody knows whether the order to erase a device reached the MDM. */
        WIPE_UNKNOWN,
        /** A device is to be erased, which takes two people of IT. */
        WIPE_BEYOND_LIMIT,
        /** A device was reported lost. */
        LOST,
        /** Somebody reported for a colleague that their devices are gone. */
        LOST_FOR,
        /** The same, and nobody or several fit what they wrote: you find out whom they mean. */
        LOST_FOR_NOBODY,
        /** A lost device was found. */
        FOUND,
        /** You decide in somebody's place. */
        STAND_IN,
        /** You no longer decide in somebody's place. */
        STAND_IN_ENDED,
        /** IT has ended that somebody decides in your place. */
        YOUR_STAND_IN_ENDED,
        /** Nobody decides in your place any more, because one of the two of you has left or lost a role. */
        YOUR_STAND_IN_LAPSED,
        /** What you were given for a time ends tomorrow. */
        GRANT_ENDS,
        /** What you were given for a time is taken back. */
        GRANT_ENDED,
        /** What somebody was given for a time is over, and could not be taken back. */
        GRANT_STUCK,
        /** A colleague wants to hand a device over to you. */
        OFFERED
    }
}
