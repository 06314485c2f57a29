package se.handtag.mdm;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The objects of an answer's array, each read when it is asked for. An empty answer and {@code null} count as an empty
 * array.
 */
final class Elements {
    private final JsonParser json;
    private final Function<Row, ? extends @Nullable Object> shape;
    private final Exchange exchange;
    private final Row row = new Row();
    private boolean ended;

    /** Reads as far as the array's beginning. */
    Elements(JsonParser json, Function<Row, ? extends @Nullable Object> shape, Exchange exchange) {
        this.json = json;
        this.shape = shape;
        this.exchange = exchange;
        JsonToken first = json.nextToken();
        if (first == JsonToken.VALUE_NULL) {
            first = json.nextToken();
        }
        if (first == null) {
            ended = true;
        } else if (first != JsonToken.START_ARRAY) {
            throw Answers.malformed(exchange, "no array");
        }
    }

    /** The next object; null when there is none, and then the answer has been read to its last byte. */
    @Nullable
    Object next() {
        JsonToken next = ended ? null : json.nextToken();
        while (next == JsonToken.VALUE_NULL) {
            next = json.nextToken();
        }
        if (next == JsonToken.START_OBJECT) {
            return object(row, json, shape, exchange);
        }
        if (!ended && next != JsonToken.END_ARRAY) {
            throw Answers.malformed(exchange, next == null ? "cut off" : "something else than an object in the array");
        }
        if (!ended && json.nextToken() != null) {
            throw Answers.malformed(exchange, "something behind the array");
        }
        ended = true;
        json.close();
        return null;
    }

    /** The object that the parser has just begun. */
    static Object object(Row row, JsonParser json, Function<Row, ? extends @Nullable Object> shape, Exchange exchange) {
        row.read(json);
        Object object = shape.apply(row);
        if (object == null) {
            throw Answers.malformed(exchange, "an object without an id");
        }
        return object;
    }

    /** The rest as a stream, which ends the exchange when it has been read, fails, or is closed. */
    Stream<Object> stream() {
        return StreamSupport.stream(new OneByOne(), false).onClose(this::close);
    }

    private void close() {
        if (!ended) {
            ended = true;
            exchange.abort();
            try {
                json.close();
            } catch (JacksonException _) {
                // The rest was cut off on purpose.
            }
        }
        exchange.end(null);
    }

    private final class OneByOne extends Spliterators.AbstractSpliterator<Object> {

        OneByOne() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        }

        @Override
        public boolean tryAdvance(Consumer<? super Object> action) {
            Object next = read();
            if (next == null) {
                exchange.end(null);
                return false;
            }
            action.accept(next);
            return true;
        }

        private @Nullable Object read() {
            try {
                return next();
            } catch (RuntimeException broken) {
                exchange.abort();
                MdmException failure = Failures.of(broken, exchange);
                exchange.end(failure);
                throw failure;
            }
        }
    }
}
