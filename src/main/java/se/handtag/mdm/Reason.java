package se.handtag.mdm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one readable line in an error answer, whichever of its forms that has. */
final class Reason {
    private static final int LONGEST = 300;
    private static final JsonMapper JSON = new JsonMapper();

    /** In the order in which they say most; ASP.NET's Message is often only that an error has occurred. */
    private static final List<String> NAMES =
            List.of("exceptionmessage", "message", "detail", "error_description", "title", "error");

    private Reason() {}

    /** Null when the answer is empty, HTML, or has no such text. */
    static @Nullable String of(byte[] body, String contentType) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1).strip();
        }
        if (text.isEmpty() || text.startsWith("<") || contentType.contains("html") || contentType.contains("xml")) {
            return null;
        }
        return text.startsWith("{") || text.startsWith("\"") || text.startsWith("[") ? ofJson(text) : tidy(text);
    }

    private static @Nullable String ofJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json.isString()) {
                return tidy(json.stringValue());
            }
            for (String name : NAMES) {
                for (var property : json.properties()) {
                    if (property.getKey().toLowerCase(Locale.ROOT).equals(name)
                            && property.getValue().isString()) {
                        String found = tidy(property.getValue().stringValue());
                        if (found != null) {
                            return found;
                        }
                    }
                }
            }
            return null;
        } catch (JacksonException _) {
            return null;
        }
    }

    /** The first line, without what could disturb a page or a log. */
    private static @Nullable String tidy(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        StringBuilder tidy = new StringBuilder();
        line.codePoints().limit(LONGEST).forEach(point -> {
            int kind = Character.getType(point);
            boolean shown = kind != Character.CONTROL && kind != Character.FORMAT && kind != Character.SURROGATE;
            tidy.appendCodePoint(shown ? point : ' ');
        });
        String result = tidy.toString().strip();
        return result.isEmpty() ? null : result;
    }
}
