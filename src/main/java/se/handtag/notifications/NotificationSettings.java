package se.handtag.notifications;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told, {@code handtag.notifications.*}. Mail goes out by {@code spring.mail.*}; without a host there is none.
 *
 * @param from who mail comes from, null for nobody: then no mail can be sent; without a name, that of the portal stands there
 * @param it where mail to IT goes, null for nowhere
 * @param language of people who never said
 * @param keepTrying how long a mail is tried that cannot be sent
 * @param keepSent how long it is kept that a mail was sent
 */
@ConfigurationProperties("handtag.notifications")
record NotificationSettings(
        @Nullable String from,
        @Nullable String it,

        @DefaultValue("en") @Pattern(regexp = "en|sv", message = "must be en or sv")
        String language,

        @DefaultValue("3d") @DurationMin(seconds = 1, message = "must be at least a second")
        Duration keepTrying,

        @DefaultValue("30d") @DurationMin(seconds = 1, message = "must be at least a second")
        Duration keepSent) {

    NotificationSettings {
        from = from == null || from.isBlank() ? null : from.strip();
        it = it == null || it.isBlank() ? null : it.strip();
    }

    /** Mail servers take no mail from {@code localhost} to anybody else, and mostly say so as if the reader were at fault. */
    @AssertTrue(message = "from must be an address that mail servers take mail from, such as handtag@example.com")
    boolean isFromUsable() {
        if (from == null) {
            return true;
        }
        InternetAddress sender = sender();
        return sender != null && sender.getAddress().matches("(?i).+@(?!localhost(\\.|$)).+");
    }

    /** Read strictly; null when there is none. */
    @Nullable
    InternetAddress sender() {
        try {
            InternetAddress sender = from == null ? null : new InternetAddress(from, true);
            return sender == null || sender.isGroup() ? null : sender;
        } catch (AddressException none) {
            return null;
        }
    }

    Locale locale() {
        return Locale.of(language);
    }
}
