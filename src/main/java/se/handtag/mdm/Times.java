package se.handtag.mdm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as ISO 8601 writes them, with a zone. A fleet holds them by the hundred thousand, hence the short way. */
final class Times {

    private Times() {}

    /** Null for what is no such time, also for one without a zone, since guessing one could be hours off. */
    static @Nullable Instant parse(String text) {
        try {
            Instant plain = plain(text);
            return plain != null ? plain : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** {@code 2026-05-04T03:02:01Z}, with up to nine digits of a fraction; null for any other form. */
    private static @Nullable Instant plain(String text) {
        int length = text.length();
        if (length < 20 || length > 30 || text.charAt(length - 1) != 'Z' || text.charAt(10) != 'T') {
            return null;
        }
        if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return null;
        }
        int fraction = length == 20 ? 0 : text.charAt(19) == '.' ? digits(text, 20, length - 1) : -1;
        for (int scale = length - 21; scale > 0 && scale < 9; scale++) {
            fraction *= 10;
        }
        int year = digits(text, 0, 4);
        int second = digits(text, 17, 19);
        int minute = digits(text, 14, 16);
        int hour = digits(text, 11, 13);
        int day = digits(text, 8, 10);
        int month = digits(text, 5, 7);
        if (year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0 || fraction < 0) {
            return null;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, fraction)
                .toInstant(ZoneOffset.UTC);
    }

    /** The number that stands there; -1 when it is none. */
    private static int digits(String text, int from, int to) {
        int number = from == to ? -1 : 0;
        for (int at = from; at < to && number >= 0; at++) {
            int digit = text.charAt(at) - '0';
            number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
        }
        return number;
    }
}
