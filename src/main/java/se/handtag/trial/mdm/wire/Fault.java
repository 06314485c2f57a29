package se.handtag.trial.mdm.wire;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a call of the API.
 *
 * @param kind what
 * @param time how long, for {@code delay}, {@code slow} and {@code late}, and until when to wait, for {@code throttle}
 * @param status the answer's status, for {@code error}
 * @param count how many calls it still strikes; null: until it is taken away
 * @param path strikes only calls whose address contains this, in any case; null: all
 * @param method strikes only calls of this method; null: all
 */
public record Fault(
        Kind kind,
        Duration time,
        int status,
        @Nullable Integer count,
        @Nullable String path,
        @Nullable String method) {

    private static final Duration USUAL_TIME = Duration.ofSeconds(3);
    private static final Duration LONGEST_TIME = Duration.ofMinutes(5);

    /** What can go wrong. */
    public enum Kind {
        /** Answers after a while; the call takes effect after it. */
        DELAY(false),
        /** Cuts the connection; the call has no effect. */
        RESET(false),
        /** Ends the connection without an answer; no effect. */
        HANGUP(false),
        /** Answers 5xx; no effect. */
        ERROR(false),
        /** Answers 429 with {@code Retry-After}; no effect. */
        THROTTLE(false),
        /** Answers bytes that are no HTTP; no effect. */
        NOISE(false),
        /** Takes effect, answers 200 with a body that is no JSON. */
        GARBAGE(true),
        /** Takes effect, sends half of the answer. */
        TRUNCATED(true),
        /** Takes effect, answers 200 without a body. */
        EMPTY(true),
        /** Takes effect, sends the answer's body in small pieces over the time. */
        SLOW(true),
        /** Takes effect, then cuts the connection. */
        LOST(true),
        /** Takes effect at once, answers only after the time. */
        LATE(true),
        /** Takes effect, answers as a newer MDM would: with one thing more in each record, {@code Addition}. */
        NEWER(true);

        private final boolean takesEffect;

        Kind(boolean takesEffect) {
            this.takesEffect = takesEffect;
        }

        /** Whether the call is carried out before things go wrong. */
        boolean takesEffect() {
            return takesEffect;
        }

        /** By its name in any case; {@link Refused} when there is none. */
        public static Kind of(String name) {
            try {
                return valueOf(name.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw Refused.malformed("There is no fault " + name + ".");
            }
        }

        /** As it is written in requests. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses what cannot be meant. */
    public Fault {
        if (time.isNegative() || time.compareTo(LONGEST_TIME) > 0) {
            throw Refused.malformed("A fault lasts at most five minutes.");
        }
        if (status < 500 || status > 599) {
            throw Refused.malformed("A fault's status is 500 to 599.");
        }
        if (count != null && count < 1) {
            throw Refused.malformed("A fault strikes at least once.");
        }
    }

    /** With the usual time (3 s) and status (503) where null. */
    public static Fault of(
            Kind kind,
            @Nullable Long millis,
            @Nullable Integer status,
            @Nullable Integer count,
            @Nullable String path,
            @Nullable String method) {
        return new Fault(
                kind,
                millis == null ? USUAL_TIME : Duration.ofMillis(millis),
                status == null ? 503 : status,
                count,
                path,
                method);
    }

    /** Reads the header {@code X-Trial-Fault}: {@code reset}, {@code delay;millis=500}, {@code error;status=502}. */
    static Fault ofHeader(String header) {
        String[] parts = header.split(";", -1);
        Long millis = null;
        Integer status = null;
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].strip().split("=", 2);
            try {
                switch (pair[0].toLowerCase(Locale.ROOT)) {
                    case "millis" -> millis = Long.valueOf(pair[pair.length - 1]);
                    case "status" -> status = Integer.valueOf(pair[pair.length - 1]);
                    default -> throw Refused.malformed("A fault has no " + pair[0] + ".");
                }
            } catch (NumberFormatException notANumber) {
                throw Refused.malformed("A fault's " + pair[0] + " is a number.");
            }
        }
        return of(Kind.of(parts[0]), millis, status, null, null, null);
    }

    boolean strikes(Call call) {
        return (method == null || method.equalsIgnoreCase(call.method()))
                && (path == null || call.target().toLowerCase(Locale.ROOT).contains(path.toLowerCase(Locale.ROOT)));
    }

    /** The same with one strike used. */
    Fault oneLess() {
        return new Fault(kind, time, status, count == null ? null : count - 1, path, method);
    }
}
