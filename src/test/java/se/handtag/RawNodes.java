package se.handtag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server has told of a page so far: its nodes by number, what they are, and what they listen to. */
final class RawNodes {
    /** The kinds of change that matter here; Vaadin's {@code NodeFeatures}. */
    private static final int TAG = 0;

    private static final int PROPERTIES = 1;
    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;
    private static final int LISTENERS = 4;
    private static final int TEXT = 7;
    private static final int VIRTUAL_CHILDREN = 24;
    private static final Set<String> FRAME = Set.of("header", "nav", "footer");

    private final Map<Integer, String> tags = new TreeMap<>();
    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Map<String, JsonNode>> properties = new HashMap<>();
    private final Map<Integer, JsonNode> targets = new HashMap<>();
    private final Map<Integer, Map<String, JsonNode>> listeners = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> keys = new HashMap<>();
    private final Map<String, JsonNode> constants = new HashMap<>();
    private final Set<Integer> told = new HashSet<>();

    /** Whether the server has told of anything under that number, be it gone by now. */
    boolean isTold(int node) {
        return told.contains(node);
    }

    void take(JsonNode message) {
        message.path("constants").properties().forEach(each -> constants.put(each.getKey(), each.getValue()));
        message.path("changes").forEach(this::change);
        message.path("execute").forEach(this::rows);
    }

    /** All nodes of that tag that stand on the page or above it. */
    List<Integer> of(String tag) {
        return tags.entrySet().stream()
                .filter(each -> each.getValue().equals(tag))
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<Integer, String> tags() {
        return Map.copyOf(tags);
    }

    /** What listens to that and is no part of the frame around all pages, in the order in which it came. */
    List<Integer> listeningTo(String event) {
        return listeners.entrySet().stream()
                .filter(each -> each.getValue().containsKey(event))
                .map(Map.Entry::getKey)
                .filter(node -> !isFrame(node))
                .toList();
    }

    JsonNode property(int node, String name) {
        return properties.getOrDefault(node, Map.of()).getOrDefault(name, MissingNode.getInstance());
    }

    /** Where a file for that field is sent to. */
    @Nullable
    String target(int node) {
        JsonNode target = targets.get(node);
        return target == null ? null : target.path("uri").asString(target.asString(""));
    }

    /** By which the server knows the rows that it sent to that list. */
    List<String> keys(int node) {
        return List.copyOf(keys.getOrDefault(node, Set.of()));
    }

    String text() {
        return String.join("\n", texts.values());
    }

    String text(int node) {
        return texts.entrySet().stream()
                .filter(text -> isWithin(text.getKey(), node))
                .map(Map.Entry::getValue)
                .reduce("", (one, other) -> one + " " + other)
                .strip();
    }

    boolean isWithin(int node, int whole) {
        for (Integer at = node; at != null; at = parents.get(at)) {
            if (at == whole) {
                return true;
            }
        }
        return false;
    }

    /** What a browser would tell of the event: no key held, nowhere in particular, on the first row of a list. */
    ObjectNode told(int node, String event) {
        var data = JsonMapper.shared().createObjectNode();
        JsonNode wanted = listeners.getOrDefault(node, Map.of()).get(event);
        if (wanted != null && wanted.isString()) {
            constants.getOrDefault(wanted.asString(), data).propertyNames().forEach(name -> {
                if (name.endsWith("itemKey")) {
                    data.put(name, keys(node).stream().findFirst().orElse(""));
                } else if (name.endsWith("Key")) {
                    data.put(name, false);
                } else {
                    data.put(name, 0);
                }
            });
        }
        return data;
    }

    private boolean isFrame(int node) {
        boolean frame = false;
        for (Integer at = node; at != null; at = parents.get(at)) {
            String tag = tags.getOrDefault(at, "");
            if (tag.equals("main")) {
                return false;
            }
            frame |= FRAME.contains(tag);
        }
        return frame;
    }

    /** Lists are sent as calls of their connectors, whose rows carry keys. */
    private void rows(JsonNode call) {
        Set<String> found = new LinkedHashSet<>();
        List<Integer> lists = new ArrayList<>();
        for (JsonNode argument : call) {
            if (argument.has("@v-node")) {
                lists.add(argument.path("@v-node").asInt());
            }
            if (argument.isArray()) {
                argument.forEach(row -> {
                    if (row.has("key")) {
                        found.add(row.path("key").asString());
                    }
                });
            }
        }
        if (!found.isEmpty()) {
            lists.forEach(list ->
                    keys.computeIfAbsent(list, _ -> new LinkedHashSet<>()).addAll(found));
        }
    }

    private void change(JsonNode change) {
        int node = change.path("node").asInt();
        told.add(node);
        int feature = change.path("feat").asInt(-1);
        String key = change.path("key").asString("");
        switch (change.path("type").asString()) {
            case "detach" -> {
                tags.remove(node);
                texts.remove(node);
                properties.remove(node);
                targets.remove(node);
                listeners.remove(node);
                keys.remove(node);
            }
            case "splice" -> {
                if (feature == CHILDREN || feature == VIRTUAL_CHILDREN) {
                    change.path("addNodes").forEach(child -> parents.put(child.asInt(), node));
                }
            }
            case "put" ->
                put(node, feature, key, change.has("value") ? change.path("value") : change.path("nodeValue"));
            case "remove" -> {
                if (feature == LISTENERS) {
                    listeners.getOrDefault(node, new HashMap<>()).remove(key);
                }
            }
            default -> {}
        }
    }

    private void put(int node, int feature, String key, JsonNode value) {
        switch (feature) {
            case TAG -> {
                if (key.equals("tag")) {
                    tags.put(node, value.asString());
                }
            }
            case PROPERTIES ->
                properties.computeIfAbsent(node, _ -> new HashMap<>()).put(key, value);
            case ATTRIBUTES -> {
                if (key.equals("target")) {
                    targets.put(node, value);
                }
            }
            case TEXT -> texts.put(node, value.asString(""));
            case LISTENERS ->
                listeners.computeIfAbsent(node, _ -> new LinkedHashMap<>()).put(key, value);
            default -> {}
        }
    }
}
