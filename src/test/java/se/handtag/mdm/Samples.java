package se.handtag.mdm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What several tests use: the examples written by hand, and an app that breaks no rule. */
final class Samples {
    static final DeviceId PHONE = DeviceId.of("7b1d6a52-0c8e-4c2b-9f5d-2f6f1b0e4a11");
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    private Samples() {}

    static String answer(String name) {
        return file("answers/" + name + ".json");
    }

    static String request(String name) {
        return file("requests/" + name + ".json");
    }

    private static String file(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/duostation/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no such example: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    static String png() {
        return Base64.getEncoder().encodeToString(PNG);
    }

    static NewApp app() {
        return new NewApp(
                "Plock",
                "Plocklista för lagret",
                "Fjällräv Logistik AB",
                "se.fjallrav.plock",
                "4.1.2",
                412L,
                Platform.ANDROID,
                48_234_496L,
                Store.PLAY,
                "se.fjallrav.plock",
                png(),
                null);
    }

    static Method operation(String name) {
        return Stream.of(
                        Groups.class,
                        Users.class,
                        Devices.class,
                        Tags.class,
                        DeviceTags.class,
                        UserTags.class,
                        Apps.class,
                        DeviceCommands.class)
                .flatMap(area -> Arrays.stream(area.getMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class)
                        && method.getAnnotation(Operation.class).value().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
