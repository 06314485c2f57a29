package se.handtag.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Points in time in words, as seen from {@code now}, in a person's language and zone.
 *
 * @param locale the language
 * @param zone where the person is
 * @param now the moment of looking
 */
public record Moments(Locale locale, ZoneId zone, Instant now) {
    private static final long DAYS_COUNTED = 30;

    /** A text by its key; {@code I18NProvider::translate} in the page. */
    @FunctionalInterface
    interface Words {
        String of(String key, Object... parameters);
    }

    /** The day if it is not today, and the time: "10:41", "yesterday 10:41", "12 Nov 10:41", "12 Nov 2025 10:41". */
    String absolute(Instant when, Words words) {
        var local = when.atZone(zone);
        var time = DateTimeFormatter.ofPattern("HH:mm", locale).format(local);
        var day = local.toLocalDate();
        var today = LocalDate.ofInstant(now, zone);
        if (day.equals(today)) {
            return time;
        }
        if (day.equals(today.minusDays(1))) {
            return words.of("kit.time.yesterday", time);
        }
        if (day.equals(today.plusDays(1))) {
            return words.of("kit.time.tomorrow", time);
        }
        var pattern = day.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(local) + " " + time;
    }

    /** Whole and alike everywhere, with the zone: "Thu 12 Nov 2026, 10:41:07 CET". For tooltips, records and receipts. */
    String whole(Instant when) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm:ss z", locale).format(when.atZone(zone));
    }

    /** "just now", "4 min ago", "in 2 hours", "6 days ago"; the date alone when it is more than a month away. */
    String relative(Instant when, Words words) {
        var distance = Duration.between(when, now);
        var past = !distance.isNegative();
        var away = distance.abs();
        if (away.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.of("kit.time.just-now");
        }
        if (away.compareTo(Duration.ofHours(1)) < 0) {
            return words.of(past ? "kit.time.minutes-ago" : "kit.time.in-minutes", away.toMinutes());
        }
        if (away.compareTo(Duration.ofDays(1)) < 0) {
            return words.of(past ? "kit.time.hours-ago" : "kit.time.in-hours", away.toHours());
        }
        var days = away.truncatedTo(ChronoUnit.DAYS).toDays();
        if (days <= DAYS_COUNTED) {
            return words.of(past ? "kit.time.days-ago" : "kit.time.in-days", days);
        }
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(when.atZone(zone));
    }
}
