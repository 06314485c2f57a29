package se.handtag.trial.mdm.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request as received.
 *
 * @param method in capitals
 * @param target path and query as they stood on the request line
 * @param path the path's parts, decoded
 * @param query the parameters
 * @param headers finds a header's first value by name; null when absent
 * @param body the body, read at most once
 */
public record Call(
        String method,
        String target,
        List<String> path,
        Query query,
        UnaryOperator<@Nullable String> headers,
        InputStream body) {

    /** Largest body taken, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    /** Splits the request line's target; {@link Refused} when it is not percent-encoded UTF-8. */
    static Call of(String method, String target, UnaryOperator<@Nullable String> headers, InputStream body) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        var parts = new ArrayList<String>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                parts.add(Query.decode(part, false));
            }
        }
        return new Call(
                method.toUpperCase(Locale.ROOT),
                target,
                List.copyOf(parts),
                question < 0 ? Query.NONE : Query.parse(target.substring(question + 1)),
                headers,
                body);
    }

    /** A header's first value, or null. */
    public @Nullable String header(String name) {
        return headers.apply(name);
    }

    /** The path from a part on, as a text without the leading slash. */
    public boolean startsWith(String first) {
        return !path.isEmpty() && path.getFirst().equalsIgnoreCase(first);
    }

    /** All of the body; 413 when it is larger than {@link #LARGEST_BODY}. */
    public byte[] wholeBody() throws IOException {
        byte[] read = body.readNBytes(LARGEST_BODY + 1);
        if (read.length > LARGEST_BODY) {
            throw Refused.with(413, "The body is larger than " + LARGEST_BODY + " bytes.");
        }
        return read;
    }
}
