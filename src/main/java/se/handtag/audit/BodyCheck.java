package se.handtag.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Holds a body against what is stored beside it. It works on the bytes that are hashed and does not read them as JSON, which
 * would cost more than to hash them. An instance serves one thread.
 */
final class BodyCheck {
    private static final byte[] SEALED = ",\"sealed\":{".getBytes(US_ASCII);
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);
    /** Of a commitment, in characters. */
    private static final int HEX = 64;
    /** What stands between a name and its commitment: <code>":"</code>. */
    private static final int BETWEEN = 3;

    private static final int DAY = 86_400;
    private static final int MILLION = 1_000_000;

    private final MessageDigest digest = Sealed.sha256();
    /** How a body begins that says the time looked for. */
    private final byte[] begin = new byte[64];

    private long day = Long.MIN_VALUE;
    private int afterDay;

    /** Whether a body begins with this time, as {@link Instant#toString} writes it. */
    boolean says(byte[] body, Instant at) {
        long today = Math.floorDiv(at.getEpochSecond(), DAY);
        if (today != day) {
            String text = at.truncatedTo(ChronoUnit.DAYS).toString();
            byte[] start = ("{\"at\":\"" + text.substring(0, text.indexOf('T') + 1)).getBytes(US_ASCII);
            System.arraycopy(start, 0, begin, 0, start.length);
            afterDay = start.length;
            day = today;
        }
        int end = writeTime(Math.floorMod(at.getEpochSecond(), DAY), at.getNano());
        return body.length >= end && Arrays.equals(body, 0, end, begin, 0, end);
    }

    private int writeTime(int second, int nano) {
        int end = write(afterDay, second / 3_600, 2);
        begin[end++] = ':';
        end = write(end, second / 60 % 60, 2);
        begin[end++] = ':';
        end = write(end, second % 60, 2);
        if (nano != 0) {
            begin[end++] = '.';
            if (nano % MILLION == 0) {
                end = write(end, nano / MILLION, 3);
            } else if (nano % 1_000 == 0) {
                end = write(end, nano / 1_000, 6);
            } else {
                end = write(end, nano, 9);
            }
        }
        begin[end++] = 'Z';
        begin[end++] = '"';
        begin[end++] = ',';
        return end;
    }

    private int write(int at, int number, int digits) {
        int left = number;
        for (int i = at + digits - 1; i >= at; i--) {
            begin[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return at + digits;
    }

    /** Whether a body commits to each of these, under its name. */
    boolean commitsTo(byte[] body, List<Sealed> all) {
        if (all.isEmpty()) {
            return true;
        }
        int first = firstCommitment(body);
        if (first < 0) {
            return false;
        }
        for (Sealed one : all) {
            int hex = commitment(body, first, one.name().getBytes(UTF_8));
            if (hex < 0 || !isHex(body, hex, hash(one))) {
                return false;
            }
        }
        return true;
    }

    /** Where the first of them begins; they stand last in a body, so they are gone through from its end. */
    private static int firstCommitment(byte[] body) {
        int begin = body.length - 1;
        do {
            int name = begin - 2 - HEX - BETWEEN;
            while (name > 0 && body[name - 1] != '"') {
                name--;
            }
            begin = name - 1;
        } while (begin > 0 && body[begin - 1] == ',');
        int sealed = begin - SEALED.length;
        return sealed >= 0 && Arrays.equals(body, sealed, begin, SEALED, 0, SEALED.length) ? begin : -1;
    }

    /** Where the commitment of that name stands, negative when there is none. */
    private static int commitment(byte[] body, int first, byte[] name) {
        int at = first + 1;
        while (at + name.length + BETWEEN + HEX < body.length) {
            int end = at;
            while (end < body.length && body[end] != '"') {
                end++;
            }
            if (Arrays.equals(body, at, end, name, 0, name.length)) {
                return end + BETWEEN;
            }
            at = end + BETWEEN + HEX + BETWEEN;
        }
        return -1;
    }

    private byte[] hash(Sealed one) {
        digest.update(one.salt());
        return digest.digest(one.value().getBytes(UTF_8));
    }

    private static boolean isHex(byte[] body, int at, byte[] hash) {
        if (at + HEX > body.length) {
            return false;
        }
        for (int i = 0; i < hash.length; i++) {
            if (body[at + 2 * i] != DIGITS[hash[i] >> 4 & 0xf] || body[at + 2 * i + 1] != DIGITS[hash[i] & 0xf]) {
                return false;
            }
        }
        return true;
    }
}
