package se.handtag.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.handtag.commands.StepWords;

/** Puts news into words. What was the reason for a request stays in the portal: mail is read by many. */
@Component
class MailWords {
    private final MessageSource messages;

    MailWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param name of the reader, null when it is not known */
    Letter compose(News news, @Nullable String name, Locale locale) {
        String title = say(locale, "messages." + news.what(), news.about());
        String subject = about(news, locale);
        List<String> text = new ArrayList<>();
        text.add(name == null ? say(locale, "mail.hello") : say(locale, "mail.hello.named", first(name)));
        text.add(title + ".");
        if (!subject.isEmpty()) {
            text.add(subject);
        }
        if (news.comment() != null) {
            text.add(say(locale, "kit.quote", news.comment()));
        }
        Why why = news.why();
        if (why != null) {
            text.add(StepWords.of(why.note(), why.detail(), messages, locale));
        }
        text.add(say(locale, "mail.next." + news.what()));
        String oneLine = subject.isEmpty() ? title : title + ": " + subject;
        return new Letter(locale, oneLine.replaceAll("\\s+", " "), String.join("\n\n", text), news.link());
    }

    /** The line under every mail. */
    String footer(Locale locale) {
        return say(locale, "mail.footer");
    }

    /** Who mail comes from, where the settings name nobody. */
    String sender(Locale locale) {
        return say(locale, "mail.sender");
    }

    /** What is written on the link. */
    String open(Locale locale) {
        return say(locale, "mail.open");
    }

    private String about(News news, Locale locale) {
        var action = news.action();
        if (action == null) {
            return news.thing();
        }
        return say(locale, "words.action." + action.key()) + " · " + news.thing();
    }

    private static String first(String name) {
        return name.strip().split("\\s+")[0];
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
