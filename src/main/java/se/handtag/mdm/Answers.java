package se.handtag.mdm;

import feign.Response;
import feign.codec.Decoder;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads the MDM's answers, and is tolerant as the contract asks for. */
final class Answers implements Decoder {
    private final JsonMapper json = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(1_000)
                    .maxStringLength(10_000_000)
                    .build())
            .build());
    private final long most;

    Answers(long mostBytes) {
        this.most = mostBytes;
    }

    @Override
    public @Nullable Object decode(Response response, Type type) throws IOException {
        Exchange exchange = Exchange.CURRENT.get();
        try {
            if (type instanceof ParameterizedType several) {
                Class<?> element = (Class<?>) several.getActualTypeArguments()[0];
                Function<Row, ? extends @Nullable Object> shape = shape(element);
                return several.getRawType() == Stream.class
                        ? new Elements(parser(response, Long.MAX_VALUE), shape, exchange).stream()
                        : list(new Elements(parser(response, most), shape, exchange));
            }
            IntFunction<?> id = Shapes.id((Class<?>) type);
            JsonParser parser = parser(response, most);
            Object answer = id != null ? id(parser, id, exchange) : one(parser, shape((Class<?>) type), exchange);
            parser.close();
            return answer;
        } catch (IOException | RuntimeException failure) {
            // What is left of the answer is of no use, and may be endless.
            exchange.abort();
            throw failure;
        }
    }

    private static Function<Row, ? extends @Nullable Object> shape(Class<?> type) {
        Function<Row, ? extends @Nullable Object> shape = Shapes.record(type);
        if (shape == null) {
            throw new IllegalStateException("no shape: " + type);
        }
        return shape;
    }

    private JsonParser parser(Response response, long limit) throws IOException {
        InputStream body = response.body() == null
                ? InputStream.nullInputStream()
                : response.body().asInputStream();
        // A fleet comes in large pieces; never waits for one to be full.
        return json.createParser(
                limit == Long.MAX_VALUE ? new BufferedInputStream(body, 65_536) : new Limited(body, limit));
    }

    private static List<Object> list(Elements elements) {
        List<Object> all = new ArrayList<>();
        for (Object next = elements.next(); next != null; next = elements.next()) {
            all.add(next);
        }
        return all;
    }

    private static Object one(JsonParser parser, Function<Row, ? extends @Nullable Object> shape, Exchange exchange) {
        JsonToken first = parser.nextToken();
        boolean listed = first == JsonToken.START_ARRAY;
        if (listed) {
            first = parser.nextToken();
        }
        if (first == JsonToken.VALUE_NULL || (listed && first == JsonToken.END_ARRAY)) {
            throw new MdmException.NotFound(exchange.attempt(), trace(200));
        }
        if (first != JsonToken.START_OBJECT) {
            throw malformed(exchange, "no object");
        }
        Object answer = Elements.object(new Row(), parser, shape, exchange);
        if (listed && parser.nextToken() == JsonToken.START_OBJECT) {
            throw new MdmException.Ambiguous(exchange.attempt(), trace(200));
        }
        if ((listed && parser.currentToken() != JsonToken.END_ARRAY) || parser.nextToken() != null) {
            throw malformed(exchange, "more than one object");
        }
        return answer;
    }

    /** In any of its four forms: 17, "17", {"Id":17}, {"id":17}. */
    private static Object id(JsonParser parser, IntFunction<?> typed, Exchange exchange) {
        JsonToken first = parser.nextToken();
        @Nullable
        Object id = switch (first) {
            case START_OBJECT -> {
                Row row = new Row();
                row.read(parser);
                yield row.<Object>id(Field.ID, typed::apply);
            }
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.INT ? typed.apply(parser.getIntValue()) : null;
            case VALUE_STRING -> number(parser.getString(), typed);
            case null, default -> null;
        };
        if (id == null || parser.nextToken() != null) {
            throw malformed(exchange, "no id in the answer");
        }
        return id;
    }

    private static @Nullable Object number(String text, IntFunction<?> typed) {
        try {
            return typed.apply(Integer.parseInt(text.strip()));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static MdmException.Trace trace(int status) {
        return new MdmException.Trace(true, status, null, null);
    }

    static MdmException.Malformed malformed(Exchange exchange, String words) {
        return new MdmException.Malformed(exchange.attempt(), words, trace(200));
    }

    /** Says where, but not what: a parser's own words quote the answer. */
    static MdmException.Malformed malformed(Exchange exchange, JacksonException failure) {
        String where = failure.getLocation() == null
                ? ""
                : ", line " + failure.getLocation().getLineNr() + " column "
                        + failure.getLocation().getColumnNr();
        return malformed(exchange, "not JSON as expected" + where);
    }

    /** Ends in {@link TooLarge} behind so many bytes. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream body, long most) {
            super(body);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            spend(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            spend(Math.max(count, 0));
            return count;
        }

        private void spend(int count) throws IOException {
            left -= count;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }

    /** The answer is larger than the setting allows. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }
}
