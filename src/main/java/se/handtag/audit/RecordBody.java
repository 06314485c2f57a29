package se.handtag.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.identity.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record's body: the JSON text that is hashed, its names in alphabetical order and absent what is not known. */
@Component
class RecordBody {
    private final JsonMapper json = JsonMapper.builder().build();

    String write(long number, Instant at, AuditEntry entry) {
        Map<String, Object> body = new TreeMap<>();
        body.put("number", number);
        body.put("at", at.toString());
        body.put("kind", entry.kind().name());
        Actor actor = entry.actor();
        if (actor != null) {
            body.put("actor", actor.person().name());
            body.put("actorId", actor.person().id().toString());
            body.put(
                    "roles",
                    actor.person().roles().stream().map(Enum::name).sorted().toList());
            put(body, "sourceAddress", actor.sourceAddress());
        }
        put(body, "onBehalfOf", entry.onBehalfOf());
        put(body, "device", entry.device());
        put(body, "deviceLabel", entry.deviceLabel());
        put(body, "action", entry.action());
        put(body, "outcome", entry.outcome());
        put(body, "request", entry.request());
        put(body, "command", entry.command());
        if (!entry.rules().isEmpty()) {
            body.put("rules", entry.rules());
        }
        if (!entry.facts().isEmpty()) {
            body.put("facts", entry.facts());
        }
        return json.writeValueAsString(body);
    }

    AuditRecord read(String body, String hash) {
        JsonNode node = json.readTree(body);
        Map<String, String> facts = new TreeMap<>();
        node.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return new AuditRecord(
                node.path("number").asLong(),
                Instant.parse(node.path("at").asString()),
                AuditKind.valueOf(node.path("kind").asString()),
                text(node, "actor"),
                id(node, "actorId"),
                texts(node, "roles"),
                text(node, "onBehalfOf"),
                id(node, "device"),
                text(node, "deviceLabel"),
                text(node, "action"),
                text(node, "outcome"),
                texts(node, "rules"),
                id(node, "request"),
                id(node, "command"),
                text(node, "sourceAddress"),
                facts,
                hash);
    }

    /** Whether a body names this number and time as its own. */
    boolean says(String body, long number, Instant at) {
        JsonNode node = json.readTree(body);
        return node.path("number").asLong(-1) == number
                && at.toString().equals(node.path("at").asString(""));
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asString() : null;
    }

    private static @Nullable UUID id(JsonNode node, String name) {
        return node.hasNonNull(name) ? UUID.fromString(node.path(name).asString()) : null;
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
