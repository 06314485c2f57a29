package se.handtag.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Sends one mail of the outbox. A process that dies between sending and noting it sends the mail again, under the same
 * Message-ID (RFC 5322, 3.6.4), so that mail servers can tell.
 */
@Component
class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final Envelope envelope;
    private final ObjectProvider<JavaMailSender> sender;
    private final NotificationSettings settings;
    private final Clock clock;

    MailDelivery(
            Outbox outbox,
            Envelope envelope,
            ObjectProvider<JavaMailSender> sender,
            NotificationSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.envelope = envelope;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** When to try again. */
    sealed interface Next {

        /** Never. */
        record Done() implements Next {}

        /** Then. */
        record Again(Instant at) implements Next {}
    }

    Next next(UUID id) {
        var found = outbox.waiting(id);
        JavaMailSender post = sender.getIfAvailable();
        if (found.isEmpty() || post == null) {
            return new Next.Done();
        }
        var mail = found.get();
        try {
            MimeMessage message = post.createMimeMessage();
            envelope.fill(message, mail);
            post.send(message);
        } catch (MailException | MessagingException failed) {
            return failed(mail, failed);
        }
        outbox.sent(id, clock.instant());
        return new Next.Done();
    }

    private Next failed(Outbox.Waiting mail, Exception failure) {
        Instant now = clock.instant();
        boolean forGood = isForGood(failure) || now.isAfter(mail.at().plus(settings.keepTrying()));
        // Not the failure's own words: they hold addresses, and at times the server's name and login.
        String problem = Refusal.inCodes(root(failure));
        outbox.failed(mail.id(), problem, forGood, now);
        LOG.warn("Mail {} could not be sent{}: {}", mail.id(), forGood ? ", for good" : "", problem);
        return forGood ? new Next.Done() : new Next.Again(now.plus(pause(mail.attempts())));
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** What the settings or the mail server cause is mended some day, and the mail sent then. */
    private static boolean isForGood(Exception failure) {
        return switch (failure) {
            case MailSendException notSent ->
                notSent.getFailedMessages().values().stream().anyMatch(Refusal::isOfRecipient);
            case MessagingException _ -> true;
            default -> false;
        };
    }

    private static Throwable root(Throwable failure) {
        if (failure instanceof MailSendException notSent
                && !notSent.getFailedMessages().isEmpty()) {
            return notSent.getFailedMessages().values().iterator().next();
        }
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
