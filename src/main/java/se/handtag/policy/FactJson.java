package se.handtag.policy;

import dev.cel.common.types.CelType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts as they are kept, so that other rules can be tried on them later. */
@Component
class FactJson {
    private final JsonMapper json;

    FactJson(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, Object> facts) {
        Map<String, Object> plain = new HashMap<>();
        facts.forEach((name, value) ->
                plain.put(name, value instanceof Instant || value instanceof Duration ? value.toString() : value));
        return json.writeValueAsString(plain);
    }

    /** A fact that there is no more is left out; one that there was not yet is missing, and a condition on it fails. */
    Map<String, Object> read(String written) {
        Map<String, Object> facts = new HashMap<>();
        json.readTree(written).properties().forEach(entry -> {
            CelType type = Facts.TYPES.get(entry.getKey());
            if (type != null) {
                facts.put(entry.getKey(), value(type, entry.getValue()));
            }
        });
        return facts;
    }

    private static Object value(CelType type, JsonNode node) {
        return switch (type.kind()) {
            case BOOL -> node.asBoolean();
            case INT -> node.asLong();
            case TIMESTAMP -> Instant.parse(node.asString());
            case DURATION -> Duration.parse(node.asString());
            case LIST -> {
                List<String> texts = new ArrayList<>();
                node.forEach(item -> texts.add(item.asString()));
                yield texts;
            }
            default -> node.asString();
        };
    }
}
