package se.handtag.trial.idp;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.handtag.trial.mail.Mail;
import se.handtag.trial.mail.Mailbox;

/** Shows the mail that the portal sent, for the trial has no mail server of its own. */
@Controller
class MailboxPages {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final Mailbox mailbox;
    private final People people;

    MailboxPages(Mailbox mailbox, People people) {
        this.mailbox = mailbox;
        this.people = people;
    }

    /** Somebody who got mail. */
    record Reader(String address, String name, int count) {}

    /** A line of the list. */
    record Line(int number, String to, String subject, String at) {}

    /** A piece of a mail's text. @param link null when it is plain text */
    record Piece(String text, @Nullable String link) {}

    @GetMapping("/mail")
    String list(@RequestParam(name = "to", required = false) @Nullable String to, Locale locale, Model model) {
        var all = mailbox.all();
        Map<String, Integer> counts = new TreeMap<>();
        all.forEach(mail -> counts.merge(mail.to(), 1, Integer::sum));
        List<Reader> readers = new ArrayList<>();
        counts.forEach((address, count) -> readers.add(new Reader(address, name(address), count)));
        model.addAttribute("language", locale.getLanguage());
        model.addAttribute("readers", readers);
        model.addAttribute("to", to);
        model.addAttribute(
                "mails",
                all.stream()
                        .filter(mail -> to == null || mail.to().equals(to))
                        .map(mail -> new Line(mail.number(), name(mail.to()), mail.subject(), words(mail.at(), locale)))
                        .toList());
        return "mailbox";
    }

    @GetMapping("/mail/{number}")
    String mail(@PathVariable("number") int number, Locale locale, Model model) {
        Mail mail = mailbox.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("language", locale.getLanguage());
        model.addAttribute("mail", mail);
        model.addAttribute("name", name(mail.to()));
        model.addAttribute("at", words(mail.at(), locale));
        model.addAttribute("pieces", pieces(mail.text()));
        return "mail";
    }

    private String name(String address) {
        var person = people.find(address);
        return person == null ? address : person.name();
    }

    private static String words(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(ZoneId.systemDefault()));
    }

    /** Only addresses on this machine become links: nobody is led out of the trial. */
    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        var address = ADDRESS.matcher(text);
        int done = 0;
        while (address.find()) {
            if (Loopback.isLocal(address.group())) {
                pieces.add(new Piece(text.substring(done, address.start()), null));
                pieces.add(
                        new Piece(address.group(), URI.create(address.group()).toASCIIString()));
                done = address.end();
            }
        }
        pieces.add(new Piece(text.substring(done), null));
        return pieces;
    }
}
