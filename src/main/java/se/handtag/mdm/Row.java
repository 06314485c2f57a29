package se.handtag.mdm;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One object of an answer, while it is read. What is taken as a field is gone; what is left over, also because it could
 * not be understood, ends among the others. Used again for the next object, so that a long answer costs one.
 */
final class Row {
    private static final int MOST_OTHERS = 200;

    private final @Nullable Object[] values = new Object[Field.values().length];
    private final String[] spellings = new String[Field.values().length];
    private @Nullable Map<String, String> others;

    /** Reads the object that the parser stands before, up to its end. */
    void read(JsonParser json) {
        clear();
        for (int match = Field.next(json); Field.isName(match); match = Field.next(json)) {
            String name = json.currentName();
            Field field = Field.stoodAt(match, json);
            Object value = value(json);
            if (value == null || field == Field.IMAGE_DATA) {
                continue;
            }
            if (field == null || get(field) != null) {
                other(name, value);
            } else {
                values[at(field)] = value;
                spellings[at(field)] = name;
            }
        }
    }

    /** Text, a {@link Long}, or {@link Json} for all else; null for null. */
    private static @Nullable Object value(JsonParser json) {
        JsonToken token = json.nextToken();
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? new Json(json.getString())
                        : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> new Json(json.getString());
            case VALUE_TRUE -> new Json("true");
            case VALUE_FALSE -> new Json("false");
            default -> new Json(json.readValueAsTree().toString());
        };
    }

    private void clear() {
        Arrays.fill(values, null);
        others = null;
    }

    private void other(String name, Object value) {
        if (others == null) {
            others = new LinkedHashMap<>();
        }
        if (others.size() < MOST_OTHERS) {
            others.putIfAbsent(name, value.toString());
        }
    }

    @Nullable
    String text(Field field) {
        return switch (get(field)) {
            case String text -> {
                take(field);
                yield text.isBlank() ? null : text;
            }
            case Long number -> {
                take(field);
                yield number.toString();
            }
            case null, default -> null;
        };
    }

    @Nullable
    Long number(Field field) {
        Long number = asNumber(get(field));
        if (number != null) {
            take(field);
        }
        return number;
    }

    <T> @Nullable T id(Field field, IntFunction<T> typed) {
        Long number = asNumber(get(field));
        if (number == null || number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            return null;
        }
        take(field);
        return typed.apply(number.intValue());
    }

    @Nullable
    DeviceId deviceId(Field field) {
        if (!(get(field) instanceof String text)) {
            return null;
        }
        try {
            DeviceId id = DeviceId.of(text.strip());
            take(field);
            return id;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    @Nullable
    Instant time(Field field) {
        Instant time = get(field) instanceof String text ? Times.parse(text) : null;
        if (time != null) {
            take(field);
        }
        return time;
    }

    /** By its number or its name; unknown when it is neither. */
    Platform platform() {
        return choice(Field.PLATFORM, Platform.values(), Platform::of, Platform.UNKNOWN);
    }

    /** By its number or its name; unknown when it is neither. */
    Store store() {
        return choice(Field.STORE, Store.values(), Store::of, Store.UNKNOWN);
    }

    private <E extends Enum<E>> E choice(Field field, E[] choices, LongFunction<E> numbered, E unknown) {
        Object value = get(field);
        Long number = asNumber(value);
        E choice = number != null ? numbered.apply(number) : unknown;
        if (value instanceof String name) {
            for (E each : choices) {
                choice = each.name().equalsIgnoreCase(name.strip()) ? each : choice;
            }
        }
        if (choice != unknown) {
            take(field);
        }
        return choice;
    }

    private @Nullable Object get(Field field) {
        return values[at(field)];
    }

    @SuppressWarnings("EnumOrdinal") // a place in an array that no other run of the program sees
    private static int at(Field field) {
        return field.ordinal();
    }

    private void take(Field field) {
        values[at(field)] = null;
    }

    /** What nobody has taken; to be asked for last. */
    Map<String, String> others() {
        for (int left = 0; left < values.length; left++) {
            Object value = values[left];
            if (value != null) {
                other(spellings[left], value);
            }
        }
        return others == null ? Map.of() : Collections.unmodifiableMap(others);
    }

    private static @Nullable Long asNumber(@Nullable Object value) {
        return switch (value) {
            case Long number -> number;
            case String text -> {
                try {
                    yield Long.valueOf(text.strip());
                } catch (NumberFormatException _) {
                    yield null;
                }
            }
            case null, default -> null;
        };
    }

    /** A value that is neither text nor a whole number, as it was written. */
    private record Json(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
