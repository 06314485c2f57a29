package se.handtag.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.identity.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record's body: the JSON text that is hashed, without what is not known. It begins with its time, so that a verifier need
 * not read it as JSON.
 */
@Component
class RecordBody {
    static final String ACTOR = "actor";
    static final String OWNER = "onBehalfOf";
    static final String AFFECTED = "affected";
    static final String LABEL = "label";
    static final String ADDRESS = "sourceAddress";
    static final String FACT = "fact.";
    private static final String PERSON = "person/";

    private final JsonMapper json = JsonMapper.builder().build();
    private final SecureRandom random = new SecureRandom();

    /**
     * @param text what is hashed
     * @param sealed what it commits to
     */
    record Body(String text, List<Sealed> sealed) {}

    /** @param pseudonyms the pseudonym of a person's number */
    Body write(Instant at, AuditEntry entry, Function<UUID, UUID> pseudonyms) {
        Map<String, Object> open = new LinkedHashMap<>();
        Map<String, String> personal = new LinkedHashMap<>();
        open.put("at", at.toString());
        open.put("kind", entry.kind().name());
        Actor actor = entry.actor();
        if (actor != null) {
            open.put(ACTOR, pseudonyms.apply(actor.person().id().value()).toString());
            open.put(
                    "roles",
                    actor.person().roles().stream().map(Enum::name).sorted().toList());
            personal.put(ACTOR, actor.person().name());
            putText(personal, ADDRESS, actor.sourceAddress());
        }
        put(open, OWNER, owner(entry.owner(), pseudonyms));
        putText(personal, OWNER, entry.onBehalfOf());
        put(open, AFFECTED, entry.affected());
        put(open, "subject", entry.subject());
        putText(personal, LABEL, entry.label());
        put(open, "action", entry.action());
        put(open, "outcome", entry.outcome());
        put(open, "request", entry.request());
        put(open, "command", entry.command());
        put(open, "step", entry.step());
        if (!entry.rules().isEmpty()) {
            open.put("rules", entry.rules());
        }
        if (!entry.marks().isEmpty()) {
            open.put("marks", entry.marks());
        }
        entry.facts().forEach((name, value) -> personal.put(FACT + name, value));
        return seal(open, personal);
    }

    /**
     * @param open what is hashed as it stands, its time first
     * @param personal what is only committed to
     */
    Body seal(Map<String, Object> open, Map<String, String> personal) {
        List<Sealed> sealed = new ArrayList<>();
        Map<String, String> commitments = new LinkedHashMap<>();
        personal.forEach((name, value) -> {
            var one = Sealed.of(name, value, random);
            sealed.add(one);
            commitments.put(name, one.commitment());
        });
        if (!sealed.isEmpty()) {
            open.put("sealed", commitments);
        }
        return new Body(json.writeValueAsString(open), List.copyOf(sealed));
    }

    private static @Nullable String owner(@Nullable String owner, Function<UUID, UUID> pseudonyms) {
        return owner != null && owner.startsWith(PERSON)
                ? pseudonyms
                        .apply(UUID.fromString(owner.substring(PERSON.length())))
                        .toString()
                : owner;
    }

    private static void putText(Map<String, String> personal, String name, @Nullable String value) {
        if (value != null) {
            personal.put(name, value);
        }
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }

    /**
     * @param revealed what the body commits to, as far as it is not erased, by name
     * @param hash the leaf's hash, in hexadecimal
     */
    AuditRecord read(long number, String body, Map<String, String> revealed, String hash) {
        JsonNode node = json.readTree(body);
        Map<String, String> facts = new TreeMap<>();
        node.path("marks")
                .properties()
                .forEach(mark -> facts.put(mark.getKey(), mark.getValue().asString()));
        revealed.forEach((name, value) -> {
            if (name.startsWith(FACT)) {
                facts.put(name.substring(FACT.length()), value);
            }
        });
        return new AuditRecord(
                number,
                Instant.parse(node.path("at").asString()),
                AuditKind.valueOf(node.path("kind").asString()),
                revealed.get(ACTOR),
                id(node, ACTOR),
                texts(node, "roles"),
                revealed.get(OWNER),
                text(node, OWNER),
                text(node, "subject"),
                revealed.get(LABEL),
                text(node, "action"),
                text(node, "outcome"),
                texts(node, "rules"),
                id(node, "request"),
                id(node, "command"),
                revealed.get(ADDRESS),
                facts,
                hash);
    }

    /** The names under which the personal parts of some records are to be read; JSON with values by name. */
    Map<String, String> revealed(@Nullable String values) {
        Map<String, String> revealed = new TreeMap<>();
        if (values != null) {
            json.readTree(values)
                    .properties()
                    .forEach(one -> revealed.put(one.getKey(), one.getValue().asString()));
        }
        return revealed;
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
