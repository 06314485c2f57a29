package se.handtag.notifications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are told, {@code handtag.notifications.*}. Mail goes out by {@code spring.mail.*}; without a host there is none.
 *
 * @param from who mail comes from
 * @param it where mail to IT goes, null for nowhere
 * @param language of people who never said
 * @param keepTrying how long a mail is tried that cannot be sent
 * @param keepSent how long it is kept that a mail was sent
 */
@Validated
@ConfigurationProperties("handtag.notifications")
record NotificationSettings(
        @DefaultValue("Handtag <handtag@localhost>") @NotBlank(message = "must be set")
        String from,

        @Nullable String it,

        @DefaultValue("en") @Pattern(regexp = "en|sv", message = "must be en or sv")
        String language,

        @DefaultValue("3d") @DurationMin(seconds = 1, message = "must be at least a second")
        Duration keepTrying,

        @DefaultValue("30d") @DurationMin(seconds = 1, message = "must be at least a second")
        Duration keepSent) {

    Locale locale() {
        return Locale.of(language);
    }
}
