package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyCheckTest {
    private static final RecordBody BODIES = new RecordBody();
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final BodyCheck check = new BodyCheck();

    private static RecordBody.Body body(Instant at, Map<String, String> personal) {
        Map<String, Object> open = new LinkedHashMap<>();
        open.put("at", at.toString());
        open.put("marks", Map.of("note", "a\",\"sealed\":{\"actor\":\"b"));
        Map<String, String> inOrder = new LinkedHashMap<>();
        personal.keySet().stream().sorted().forEach(name -> inOrder.put(name, personal.getOrDefault(name, "")));
        return BODIES.seal(open, inOrder);
    }

    private static byte[] bytes(RecordBody.Body body) {
        return body.text().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00Z",
                "2026-01-01T23:59:59.900Z",
                "1969-12-31T23:59:59.000001Z",
                "2024-02-29T12:34:56.123456789Z",
                "0001-01-01T00:00:00.010Z",
                "+19391-07-08T01:02:03Z"
            })
    void a_body_says_its_own_time_and_no_other(String text) {
        Instant at = Instant.parse(text);
        byte[] body = bytes(body(at, Map.of()));
        assertThat(check.says(body, at)).isTrue();
        assertThat(check.says(body, at.plusNanos(1))).isFalse();
        assertThat(check.says(body, at.minusSeconds(1))).isFalse();
        assertThat(check.says(body, at.plusSeconds(86_400))).isFalse();
        assertThat(check.says(body, at)).as("after other days").isTrue();
        assertThat(check.says(new byte[12], at)).isFalse();
    }

    @Test
    void each_name_is_committed_to_in_any_order() {
        var body = body(AT, Map.of("actor", "Anna \u00c5kesson", "label", "iPhone", "fact.a", "x", "fact.ab", ""));
        assertThat(body.sealed()).hasSize(4);
        assertThat(check.commitsTo(bytes(body), body.sealed())).isTrue();
        assertThat(check.commitsTo(bytes(body), body.sealed().reversed())).isTrue();
        assertThat(check.commitsTo(bytes(body), List.of(body.sealed().get(2)))).isTrue();
        assertThat(check.commitsTo(bytes(body), List.of())).isTrue();
    }

    @Test
    void another_value_salt_or_name_is_not_committed_to() {
        var body = body(AT, Map.of("actor", "Anna", "label", "iPhone"));
        var actor = body.sealed().getFirst();
        assertThat(List.of(
                        new Sealed("actor", actor.salt(), "Bo"),
                        new Sealed("actor", new byte[16], "Anna"),
                        new Sealed("label", actor.salt(), "Anna"),
                        new Sealed("acto", actor.salt(), "Anna"),
                        new Sealed("ctor", actor.salt(), "Anna"),
                        new Sealed("", actor.salt(), "Anna")))
                .allSatisfy(one ->
                        assertThat(check.commitsTo(bytes(body), List.of(one))).isFalse());
    }

    @Test
    void a_body_without_commitments_commits_to_nothing() {
        var sealed = List.of(new Sealed("actor", new byte[16], "Anna"));
        byte[] mark = ("{\"at\":\"" + AT + "\",\"marks\":{\"actor\":\""
                        + sealed.getFirst().commitment() + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(check.commitsTo(mark, sealed))
                .as("a mark that looks like one")
                .isFalse();
        assertThat(check.commitsTo(bytes(body(AT, Map.of())), sealed)).isFalse();
        assertThat(check.commitsTo(new byte[0], sealed)).isFalse();
        assertThat(check.commitsTo(new byte[300], sealed)).isFalse();
    }
}
