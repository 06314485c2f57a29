package se.handtag.ui.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.handtag.ui.words.Words;

/**
 * Points in time in words. Without a script nobody knows where the reader is, so every clock time names its zone.
 *
 * @param now the moment of looking
 */
record Times(Words words, Locale locale, ZoneId zone, Instant now) {
    private static final long MOST_DAYS = 30;

    static Times of(Words words, Locale locale, Clock clock) {
        return new Times(words, locale, ZoneId.systemDefault(), clock.instant());
    }

    /** "10:41 CET", "yesterday 10:41 CET", "12 Nov 10:41 CET". */
    String clock(Instant when) {
        var local = when.atZone(zone);
        String time = DateTimeFormatter.ofPattern("HH:mm z", locale).format(local);
        var today = LocalDate.ofInstant(now, zone);
        if (local.toLocalDate().equals(today)) {
            return time;
        }
        if (local.toLocalDate().equals(today.minusDays(1))) {
            return words.say(locale, "kit.time.yesterday", time);
        }
        String pattern = local.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(local) + " " + time;
    }

    /** "just now", "4 min ago", "6 days ago"; the date when it is more than a month ago. */
    String ago(Instant when) {
        var past = Duration.between(when, now);
        if (past.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.say(locale, "kit.time.just-now");
        }
        if (past.compareTo(Duration.ofHours(1)) < 0) {
            return words.say(locale, "kit.time.minutes-ago", past.toMinutes());
        }
        if (past.compareTo(Duration.ofDays(1)) < 0) {
            return words.say(locale, "kit.time.hours-ago", past.toHours());
        }
        return past.toDays() <= MOST_DAYS
                ? words.say(locale, "kit.time.days-ago", past.toDays())
                : DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(when.atZone(zone));
    }
}
