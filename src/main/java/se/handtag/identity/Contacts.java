package se.handtag.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where and in which language people are written to. */
@Component
public class Contacts {
    private static final String SELECT = "select id, name, language,"
            + " coalesce(mail, (select a from unnest(addresses) a where a like '%@%' order by a limit 1)) as mail"
            + " from identity.person where ";

    private final JdbcClient database;

    Contacts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Somebody who can be written to.
     *
     * @param mail where to
     * @param language null when it is not known
     */
    public record Contact(
            PersonId person,
            String name,
            String mail,
            @Nullable Locale language) {}

    /** Empty when no mail reaches the person. */
    public Optional<Contact> of(PersonId person) {
        return first(database.sql(SELECT + "id = :id").param("id", person.value()));
    }

    /** Whoever signs in with that address; empty when nobody did so far, or no mail reaches them. */
    public Optional<Contact> of(String address) {
        return first(database.sql(SELECT + ":address = any(addresses) order by last_signed_in desc limit 1")
                .param("address", address.toLowerCase(Locale.ROOT)));
    }

    /** The person reads the portal in this language now. */
    public void speaks(PersonId person, Locale language) {
        database.sql("update identity.person set language = :language"
                        + " where id = :id and language is distinct from :language")
                .param("language", language.getLanguage())
                .param("id", person.value())
                .update();
    }

    /** What the provider says; a language only as long as the person has not read the portal in one. */
    void told(PersonId person, @Nullable String mail, @Nullable String locale) {
        database.sql("update identity.person set mail = :mail, language = coalesce(language, :language) where id = :id")
                .param("mail", mail)
                .param(
                        "language",
                        locale == null
                                ? null
                                : Locale.forLanguageTag(locale.replace('_', '-'))
                                        .getLanguage())
                .param("id", person.value())
                .update();
    }

    private static Optional<Contact> first(JdbcClient.StatementSpec query) {
        List<Optional<Contact>> found = query.query(Contacts::contact).list();
        return found.isEmpty() ? Optional.empty() : found.getFirst();
    }

    private static Optional<Contact> contact(ResultSet row, int number) throws SQLException {
        String mail = row.getString("mail");
        String language = row.getString("language");
        return mail == null
                ? Optional.empty()
                : Optional.of(new Contact(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        mail,
                        language == null ? null : Locale.of(language)));
    }
}
