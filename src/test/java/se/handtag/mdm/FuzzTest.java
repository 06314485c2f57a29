package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.handtag.mdm.ScriptedServer.Script;

/** Answers spoilt in every way a seeded generator can think of: none becomes anything but a result or this room's error. */
class FuzzTest {
    private static final long SEED = 20_260_504;
    private static final int ANSWERS = 12_000;

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "-",
            "1e999",
            "99999999999999999999",
            "\"\\ud83e\"",
            "\"Id\":",
            "\u0000",
            "\uFEFF",
            "<html>",
            "/*",
            "NaN",
            "\"\"",
            "0",
            "{\"Id\":{\"Id\":1}}",
            "[[[[[[",
            "\r\n");

    /** What is asked, and the example that answers it when nothing is spoilt. */
    private record Question(String example, Consumer<Mdm> call) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("groups", mdm -> mdm.area(Groups.class).all()),
            new Question("group", mdm -> mdm.area(Groups.class).atPath("Lager")),
            new Question("user", mdm -> mdm.area(Users.class).get(new UserId(101))),
            new Question("users", mdm -> mdm.area(Users.class).find(new UserQuery().email("a@fjallrav.se"))),
            new Question("device", mdm -> mdm.area(Devices.class).get(Samples.PHONE)),
            new Question("devices", FuzzTest::stream),
            new Question("device-tags", mdm -> mdm.area(DeviceTags.class).all()),
            new Question("user-tag", mdm -> mdm.area(UserTags.class).get(new UserTagId(77))),
            new Question("apps", mdm -> mdm.area(Apps.class).all()),
            new Question("id-object", mdm -> mdm.area(Groups.class).add(new NewGroup("Lager"))),
            new Question("id-text", mdm -> mdm.area(Apps.class).put(Samples.app())));

    private static void stream(Mdm mdm) {
        try (Stream<Device> all = mdm.area(Devices.class).all()) {
            all.forEach(device -> assertThat(device.id()).isNotNull());
        }
    }

    private enum Outcome {
        READ,
        REFUSED
    }

    @Test
    void nothing_spoilt_comes_through_as_anything_but_a_result_or_an_error_of_this_room() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        try (ScriptedServer server = new ScriptedServer();
                Mdm mdm = Clients.bare(server.url())) {
            for (int number = 0; number < ANSWERS; number++) {
                Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
                byte[] body = spoilt(Samples.answer(question.example()).getBytes(StandardCharsets.UTF_8), random);
                server.answers(answer(body, random));
                outcomes.merge(outcome(question, mdm, number), 1, Integer::sum);
            }
            assertThat(server.received().size())
                    .as("some connections have been closed under a request")
                    .isBetween(10_000, ANSWERS);
        }
        assertThat(outcomes.values()).allSatisfy(count -> assertThat(count).isGreaterThan(ANSWERS / 20));
    }

    private static Outcome outcome(Question question, Mdm mdm, int number) {
        try {
            question.call().accept(mdm);
            return Outcome.READ;
        } catch (MdmException failure) {
            assertThat(failure.getMessage()).as("answer %d", number).hasSizeLessThan(300);
            return Outcome.REFUSED;
        }
    }

    private static Script answer(byte[] body, SplittableRandom random) {
        return switch (random.nextInt(20)) {
            case 0 -> Script.bytes(spoilt(ScriptedServer.whole(200, "application/json", body), random));
            case 1 -> {
                byte[] whole = ScriptedServer.whole(200, "application/json", body);
                yield Script.bytes(Arrays.copyOf(whole, random.nextInt(whole.length)));
            }
            case 2 -> {
                byte[] error = ScriptedServer.whole(random.nextInt(100, 1_000), "application/json", body);
                yield Script.bytes(error);
            }
            default -> (_, out, _) -> out.write(ScriptedServer.whole(200, "application/json", body));
        };
    }

    private static byte[] spoilt(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        for (int times = random.nextInt(1, 5); times > 0; times--) {
            bytes = spoiltOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] spoiltOnce(byte[] bytes, SplittableRandom random) {
        if (bytes.length < 2) {
            return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + random.nextInt(1, 30));
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> joined(bytes, at, to, new byte[0]);
            case 3 -> joined(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 4 ->
                joined(bytes, at, to, PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            default -> {
                byte[] noise = new byte[random.nextInt(1, 20)];
                random.nextBytes(noise);
                yield joined(bytes, at, to, noise);
            }
        };
    }

    private static byte[] joined(byte[] bytes, int until, int from, byte[] between) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, until);
        all.writeBytes(between);
        all.write(bytes, from, bytes.length - from);
        return all.toByteArray();
    }
}
