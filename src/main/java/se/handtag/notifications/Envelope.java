package se.handtag.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Turns a letter into a mail: plain text, and the same as simple HTML that loads nothing. */
@Component
class Envelope {
    private final MailWords words;
    private final NotificationSettings settings;
    private final Environment environment;

    Envelope(MailWords words, NotificationSettings settings, Environment environment) {
        this.words = words;
        this.settings = settings;
        this.environment = environment;
    }

    /**
     * @throws MessagingException when this one mail can never be sent, since its reader's address is none
     * @throws MailPreparationException when none can until the settings say who mail comes from
     */
    void fill(MimeMessage message, Outbox.Waiting mail) throws MessagingException {
        Letter letter = mail.letter();
        var helper =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
        helper.setFrom(sender(letter.language()));
        helper.setTo(mail.address());
        helper.setSubject(letter.subject());
        helper.setText(plain(letter), html(letter));
        message.setContentLanguage(new String[] {letter.language().getLanguage()});
        message.setHeader("Message-ID", "<" + mail.id() + "@handtag>");
        // RFC 3834: no answers from absence notices.
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    private InternetAddress sender(Locale language) {
        InternetAddress sender = settings.sender();
        if (sender == null) {
            throw new MailPreparationException("handtag.notifications.from is no address");
        }
        if (sender.getPersonal() == null) {
            try {
                sender.setPersonal(words.sender(language), StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException cannot) {
                throw new MailPreparationException(cannot);
            }
        }
        return sender;
    }

    private String plain(Letter letter) {
        return letter.text() + "\n\n" + words.open(letter.language()) + ": " + address(letter) + "\n\n-- \n"
                + words.footer(letter.language()) + "\n";
    }

    private String html(Letter letter) {
        String paragraphs = Arrays.stream(letter.text().split("\n\n"))
                .map(paragraph ->
                        "<p>" + HtmlUtils.htmlEscape(paragraph, "UTF-8").replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family: sans-serif; line-height: 1.5; max-width: 36rem">
                %s
                <p><a href="%s">%s</a></p>
                <p style="color: #555">%s</p>
                </body></html>
                """.formatted(
                        letter.language().getLanguage(),
                        HtmlUtils.htmlEscape(letter.subject(), "UTF-8"),
                        paragraphs,
                        HtmlUtils.htmlEscape(address(letter), "UTF-8"),
                        HtmlUtils.htmlEscape(words.open(letter.language()), "UTF-8"),
                        HtmlUtils.htmlEscape(words.footer(letter.language()), "UTF-8"));
    }

    private String address(Letter letter) {
        String portal = environment.getProperty("handtag.address", "");
        // Without one, as in the trial, the portal answers this machine alone, at a port that is known once it runs.
        String root = portal.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : portal.replaceFirst("/+$", "");
        return root + "/" + letter.link();
    }
}
