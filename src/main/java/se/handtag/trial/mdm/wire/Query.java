package se.handtag.trial.mdm.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request's parameters. Names count in any case; one given twice, or given empty, is refused. */
public final class Query {
    static final Query NONE = new Query(Map.of());

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /** Reads what stands behind the question mark. */
    static Query parse(String raw) {
        var values = new LinkedHashMap<String, String>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
            if (values.put(name.toLowerCase(Locale.ROOT), value) != null) {
                throw Refused.malformed("The parameter " + name + " is given twice.");
            }
        }
        return values.isEmpty() ? NONE : new Query(values);
    }

    /** Reads a form as browsers send it. */
    public static Query ofForm(byte[] body) {
        return parse(new String(body, StandardCharsets.US_ASCII));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Refuses names other than these (given in lower case). */
    public void allowOnly(Set<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw Refused.malformed("There is no parameter " + name + " here.");
            }
        }
    }

    /** A text that must not be empty; null when the parameter is absent. */
    public @Nullable String text(String name) {
        String value = values.get(name.toLowerCase(Locale.ROOT));
        if (value != null && value.isEmpty()) {
            throw Refused.malformed("The parameter " + name + " is empty.");
        }
        if (value != null && value.indexOf('\0') >= 0) {
            throw Refused.malformed("The parameter " + name + " holds a character that no text has.");
        }
        return value;
    }

    /** A whole number; null when the parameter is absent. */
    public @Nullable Integer integer(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw Refused.malformed("The parameter " + name + " is not a whole number.");
        }
    }

    /** A text of a form; null when absent or left empty. */
    public @Nullable String optional(String name) {
        String value = values.get(name.toLowerCase(Locale.ROOT));
        return value == null || value.isBlank() ? null : text(name);
    }

    /** A whole number of a form; null when absent or left empty. */
    public @Nullable Integer optionalInteger(String name) {
        return optional(name) == null ? null : integer(name);
    }

    /** Percent-decodes UTF-8; in a query, {@code +} is a space, as servers of this kind read it. */
    static String decode(String raw, boolean plusIsSpace) {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0 && raw.chars().allMatch(c -> c < 0x80)) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        byte[] source = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            byte b = source[i];
            if (b == '+' && plusIsSpace) {
                bytes.write(' ');
            } else if (b == '%') {
                int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
                int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw Refused.malformed("The address is not percent-encoded as it should be.");
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(b);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refused.malformed("The address is not UTF-8.");
        }
    }
}
