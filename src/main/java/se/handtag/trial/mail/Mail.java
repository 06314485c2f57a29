package se.handtag.trial.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/**
 * A mail that the portal sent.
 *
 * @param number counts up from 1
 * @param at when it was sent, by its own header
 * @param to the address, in lower case
 * @param language of its text, as an IETF tag; empty when it does not say
 * @param text its plain text
 */
public record Mail(int number, Instant at, String to, String subject, String language, String text) {

    static Mail of(int number, MimeMessage message) throws MessagingException, IOException {
        Date sent = message.getSentDate();
        var to = message.getRecipients(RecipientType.TO);
        String[] languages = message.getContentLanguage();
        return new Mail(
                number,
                sent == null ? Instant.EPOCH : sent.toInstant(),
                to != null && to.length > 0 && to[0] instanceof InternetAddress address
                        ? address.getAddress().toLowerCase(Locale.ROOT)
                        : "",
                message.getSubject() == null ? "" : message.getSubject(),
                languages == null || languages.length == 0 ? "" : languages[0],
                text(message).replace("\r\n", "\n"));
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = text(inner);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
