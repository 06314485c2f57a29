package se.handtag.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail server says no to. Source: RFC 5321, 4.2; RFC 3463. */
final class Refusal {
    private static final Pattern REPLY = Pattern.compile("[45][0-9]{2}\\b(?:[ -]+[45](?:\\.[0-9]{1,3}){2}\\b)?");

    /**
     * No such mailbox, no such system, no such address, moved, takes no mail, switched off. A bare 550 may as well be meant for
     * the sender or the way, and a server that was set up wrongly must not cost anybody their mail.
     */
    private static final Set<String> RECIPIENT = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private Refusal() {}

    /** Whether this one reader cannot be reached, whoever sends and by whatever way. */
    static boolean isOfRecipient(Exception failure) {
        if (!(failure instanceof SendFailedException refused)
                || refused.getInvalidAddresses() == null
                || refused.getInvalidAddresses().length == 0) {
            return false;
        }
        String reply = reply(refused);
        return reply != null && RECIPIENT.contains(reply.replaceFirst("^[0-9]{3}[ -]*", ""));
    }

    /** The kind of failure, and the codes of the server's answer if it gave one: its words hold addresses, and at times logins. */
    static String inCodes(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        String reply = reply(failure);
        return reply == null ? kind : kind + " " + reply;
    }

    private static @Nullable String reply(@Nullable Throwable failure) {
        for (Throwable one = failure; one != null; one = next(one)) {
            var found = REPLY.matcher(String.valueOf(one.getMessage()));
            if (found.lookingAt()) {
                return found.group().replaceAll("[ -]+", " ");
            }
        }
        return null;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : null;
    }
}
