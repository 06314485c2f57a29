package se.handtag.trial.mdm.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What goes back: known in whole, or written piece by piece because it may be as large as the fleet. */
public sealed interface Answer extends AutoCloseable {
    /** HTTP status. */
    int status();

    /** Headers beyond those that every answer has; {@code Content-Type} among them when there is a body. */
    Map<String, String> headers();

    /** Lets go of what an unwritten answer holds. */
    @Override
    void close();

    /** An answer held in memory; an empty body means that nothing is returned. */
    record Whole(int status, Map<String, String> headers, byte[] body) implements Answer {
        @Override
        public void close() {}
    }

    /** An answer whose body is produced while it is sent. */
    record Streamed(int status, Map<String, String> headers, Content content) implements Answer {
        @Override
        public void close() {
            content.close();
        }
    }

    /** Produces a body once. */
    interface Content extends AutoCloseable {
        /** Writes the whole body. */
        void writeTo(OutputStream out) throws IOException;

        @Override
        void close();
    }

    /** 200 and nothing more. */
    static Answer nothing() {
        return new Whole(200, Map.of(), new byte[0]);
    }

    /** 200 with JSON already written as UTF-8. */
    static Answer json(byte[] json) {
        return new Whole(200, JSON, json);
    }

    /** 200 with the id of what was added. */
    static Answer id(long id) {
        return json(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }

    /** 200 with JSON as it is produced. */
    static Answer streamed(Content content) {
        return new Streamed(200, JSON, content);
    }

    /** An error with a readable sentence, as {@code {"Message":"…"}}. */
    static Answer error(int status, String message, Map<String, String> more) {
        var headers = new LinkedHashMap<>(JSON);
        headers.putAll(more);
        return new Whole(status, headers, JsonMapper.shared().writeValueAsBytes(Map.of("Message", message)));
    }

    /** The refusal as an answer. */
    static Answer of(Refused refused) {
        return error(refused.status(), refused.sentence(), Map.of());
    }

    /** The same with its body in memory. */
    default Whole whole() throws IOException {
        return switch (this) {
            case Whole whole -> whole;
            case Streamed streamed -> {
                try (streamed) {
                    var bytes = new ByteArrayOutputStream();
                    streamed.content().writeTo(bytes);
                    yield new Whole(streamed.status(), streamed.headers(), bytes.toByteArray());
                }
            }
        };
    }

    /** Header of every JSON answer. */
    Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=utf-8");
}
