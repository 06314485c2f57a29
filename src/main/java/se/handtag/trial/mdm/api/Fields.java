package se.handtag.trial.mdm.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object that came with a call: names in any case, {@code null} as good as absent, types as they must be. */
final class Fields {
    private static final int LONGEST_TEXT = 4_000;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, JsonNode> values;

    private Fields(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** Reads the body's bytes; 415 when they are not said to be JSON, 413 when there are too many. */
    static byte[] read(Call call) throws IOException {
        byte[] body = call.wholeBody();
        String type = call.header("Content-Type");
        if (body.length > 0
                && (type == null || !type.toLowerCase(Locale.ROOT).matches("application/(.+\\+)?json\\s*(;.*)?"))) {
            throw Refused.with(415, "Send JSON, and say so: Content-Type: application/json.");
        }
        return body;
    }

    /** The object in a body, with no names other than these. */
    static Fields of(byte[] body, String... names) {
        JsonNode object = parse(body);
        var values = new LinkedHashMap<String, JsonNode>();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = known(property.getKey(), names);
            if (values.containsKey(name)) {
                throw Refused.malformed("The field " + name + " is given twice.");
            }
            values.put(name, property.getValue());
        }
        values.values().removeIf(JsonNode::isNull);
        return new Fields(values);
    }

    /** Accepts what a call without input may bring: nothing, blanks or an empty object. */
    static void none(byte[] body) {
        if (!new String(body, StandardCharsets.UTF_8).isBlank()) {
            of(body);
        }
    }

    private static JsonNode parse(byte[] body) {
        if (body.length == 0) {
            throw Refused.malformed("A JSON object is missing.");
        }
        try {
            JsonNode read = STRICT.readTree(body);
            if (read == null || !read.isObject()) {
                throw Refused.malformed("The body must be a JSON object.");
            }
            return read;
        } catch (JacksonException notJson) {
            throw Refused.malformed("The body is not JSON that can be read.");
        }
    }

    private static String known(String given, String[] names) {
        for (String name : names) {
            if (name.equalsIgnoreCase(given)) {
                return name;
            }
        }
        throw Refused.malformed("There is no field " + shortened(given) + " here.");
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    /** Whether the field was given a value. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text; null when absent. */
    @Nullable
    String text(String name) {
        return text(name, LONGEST_TEXT);
    }

    /** A text of limited length; null when absent. */
    @Nullable
    String text(String name, int longest) {
        JsonNode value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw Refused.malformed("The field " + name + " must be a text.");
        }
        String text = value.stringValue();
        if (text.length() > longest) {
            throw Refused.malformed("The field " + name + " is longer than " + longest + " characters.");
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw Refused.malformed("The field " + name + " holds a character that no text has.");
        }
        return text;
    }

    /** A text that says something. */
    String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw missing(name);
        }
        return text;
    }

    /** A text that, if given, says something: a name may be left as it is, but not taken away. */
    @Nullable
    String textIfGiven(String name) {
        return has(name) ? requiredText(name) : null;
    }

    /** A whole number; null when absent. */
    @Nullable
    Integer integer(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Refused.malformed("The field " + name + " must be a whole number.");
        }
        return value.intValue();
    }

    /** A whole number, which must be there. */
    int requiredInteger(String name) {
        Integer number = integer(name);
        if (number == null) {
            throw missing(name);
        }
        return number;
    }

    /** A large whole number; null when absent. */
    @Nullable
    Long longInteger(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Refused.malformed("The field " + name + " must be a whole number.");
        }
        return value.longValue();
    }

    /** A whole number that may also be written as a text (UT4: the document puts {@code userId} in quotes). */
    int requiredIntegerOrText(String name) {
        JsonNode value = values.get(name);
        if (value == null || !value.isString()) {
            return requiredInteger(name);
        }
        try {
            return Integer.parseInt(value.stringValue());
        } catch (NumberFormatException notANumber) {
            throw Refused.malformed("The field " + name + " must be a whole number.");
        }
    }

    /** Yes or no; no when absent. */
    boolean flag(String name) {
        JsonNode value = values.get(name);
        if (value != null && !value.isBoolean()) {
            throw Refused.malformed("The field " + name + " must be true or false.");
        }
        return value != null && value.booleanValue();
    }

    /** A GUID, which must be there. */
    UUID requiredGuid(String name) {
        return guid(requiredText(name), "The field " + name);
    }

    /** Reads a GUID of 36 characters in any case. */
    static UUID guid(String text, String where) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Refused.malformed(where + " is not a GUID.");
        }
        return UUID.fromString(text);
    }

    private static Refused missing(String name) {
        return Refused.malformed("The field " + name + " is missing.");
    }
}
