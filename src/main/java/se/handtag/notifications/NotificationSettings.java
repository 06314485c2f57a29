package se.handtag.notifications;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told, {@code handtag.notifications.*}. Mail goes out by {@code spring.mail.*}; without a host there is none.
 *
 * @param from who mail comes from
 * @param it where mail to IT goes, null for nowhere
 * @param language of people who never said
 * @param keepTrying how long a mail is tried that cannot be sent
 * @param keepSent how long it is kept that a mail was sent
 */
@ConfigurationProperties("handtag.notifications")
record NotificationSettings(
        @DefaultValue("Handtag <handtag@localhost>") String from,
        @Nullable String it,
        @DefaultValue("en") String language,
        @DefaultValue("3d") Duration keepTrying,
        @DefaultValue("30d") Duration keepSent) {

    Locale locale() {
        return Locale.of(language);
    }
}
