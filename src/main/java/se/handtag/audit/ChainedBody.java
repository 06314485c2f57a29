package se.handtag.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body as the hash chain of earlier versions held it, taken apart: what stays, and what is personal. */
record ChainedBody(Map<String, Object> open, Map<String, String> personal) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param hash the hash that the record had in the chain, in hexadecimal
     */
    static ChainedBody read(Instant at, String body, String hash, Function<UUID, UUID> pseudonyms) {
        JsonNode old = JSON.readTree(body);
        Map<String, Object> open = new LinkedHashMap<>();
        Map<String, String> personal = new LinkedHashMap<>();
        open.put("at", at.toString());
        keep(open, old, "kind");
        if (old.hasNonNull("actorId")) {
            open.put(
                    RecordBody.ACTOR,
                    pseudonyms
                            .apply(UUID.fromString(old.path("actorId").asString()))
                            .toString());
            open.put(
                    "roles",
                    old.path("roles").valueStream().map(JsonNode::asString).toList());
        }
        if (old.hasNonNull("device")) {
            open.put("subject", "device/" + old.path("device").asString());
        }
        for (String name : new String[] {"action", "outcome", "request", "command"}) {
            keep(open, old, name);
        }
        if (old.has("rules")) {
            open.put(
                    "rules",
                    old.path("rules").valueStream().map(JsonNode::asString).toList());
        }
        open.put("chain", hash);
        keep(personal, old, "actor", RecordBody.ACTOR);
        keep(personal, old, "sourceAddress", RecordBody.ADDRESS);
        keep(personal, old, "onBehalfOf", RecordBody.OWNER);
        keep(personal, old, "deviceLabel", RecordBody.LABEL);
        old.path("facts")
                .properties()
                .forEach(fact -> personal.put(
                        RecordBody.FACT + fact.getKey(), fact.getValue().asString()));
        return new ChainedBody(open, personal);
    }

    private static void keep(Map<String, Object> open, JsonNode old, String name) {
        if (old.hasNonNull(name)) {
            open.put(name, old.path(name).asString());
        }
    }

    private static void keep(Map<String, String> personal, JsonNode old, String name, String as) {
        if (old.hasNonNull(name)) {
            personal.put(as, old.path(name).asString());
        }
    }
}
