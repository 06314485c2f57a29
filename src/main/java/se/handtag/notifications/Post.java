package se.handtag.notifications;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.identity.Contacts;

/** Hands out news: a message in the portal, and a mail. */
@Component
class Post {
    private final JdbcClient database;
    private final Contacts contacts;
    private final MailWords words;
    private final Outbox outbox;
    private final NotificationSettings settings;
    private final Clock clock;

    Post(
            JdbcClient database,
            Contacts contacts,
            MailWords words,
            Outbox outbox,
            NotificationSettings settings,
            Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.words = words;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Part of the transaction in which the thing happens, so that people are told exactly when it did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Recipient to, News news) {
        write(to, news);
        switch (to) {
            case Recipient.One(var person) -> contacts.of(person).ifPresent(contact -> mail(contact, news));
            case Recipient.Address(var address) ->
                contacts.of(address).ifPresentOrElse(contact -> mail(contact, news), () -> {
                    // Somebody may be asked before they have ever signed in.
                    if (address.contains("@")) {
                        mail(address, null, settings.locale(), news);
                    }
                });
            case Recipient.It() -> {
                String it = settings.it();
                if (it != null) {
                    mail(it, null, settings.locale(), news);
                }
            }
        }
    }

    private void mail(Contacts.Contact contact, News news) {
        var language = contact.language();
        mail(contact.mail(), contact.name(), language == null ? settings.locale() : language, news);
    }

    private void mail(String address, @Nullable String name, Locale locale, News news) {
        outbox.put(address, words.compose(news, name, locale), clock.instant());
    }

    private void write(Recipient to, News news) {
        Why why = news.why();
        database.sql("""
                        insert into notifications.message
                          (person, address, what, about, action, device, comment, note, note_who, link, request, command, at)
                        values
                          (:person, :address, :what, :about, :action, :thing, :comment, :note, :who, :link, :request, :command, :at)
                        """)
                .param("person", to instanceof Recipient.One(var person) ? person.value() : null)
                .param("address", to instanceof Recipient.Address(var address) ? address : null)
                .param("what", news.what().name())
                .param("about", news.about())
                .param("action", news.action() == null ? null : news.action().name())
                .param("thing", news.thing())
                .param("comment", news.comment())
                .param("note", why == null ? null : why.note())
                .param("who", why == null ? null : why.detail())
                .param("link", news.link())
                .param("command", news.command() == null ? null : news.command().value())
                .param("request", news.request() == null ? null : news.request().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
