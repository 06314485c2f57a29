package se.handtag;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody without a browser writes into the fields of a page, so that as much as possible can be sent. */
final class RawFields {
    /** Fields whose choices the server sends when asked. */
    static final Set<String> LISTS = Set.of("vaadin-combo-box", "vaadin-multi-select-combo-box");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NUMBER = "7";
    private static final String VALUE = "value";

    private final RawNodes nodes;

    RawFields(RawNodes nodes) {
        this.nodes = nodes;
    }

    ArrayNode filled(RawWords words) {
        var written = JSON.createArrayNode();
        nodes.tags().forEach((node, tag) -> {
            switch (tag) {
                case "vaadin-email-field" -> write(written, node, VALUE, words.address());
                case "vaadin-text-field", "vaadin-text-area" -> word(written, node, words);
                case "vaadin-integer-field" -> write(written, node, VALUE, NUMBER);
                case "vaadin-date-picker" -> write(written, node, VALUE, tomorrow());
                case "vaadin-checkbox" ->
                    write(
                            written,
                            node,
                            "checked",
                            !nodes.property(node, "checked").asBoolean(false));
                case "vaadin-combo-box" ->
                    words.choose(label(node), nodes.keys(node)).ifPresent(key -> write(written, node, VALUE, key));
                case "vaadin-multi-select-combo-box" ->
                    write(
                            written,
                            node,
                            "selectedItems",
                            words.choose(label(node), nodes.keys(node)).stream()
                                    .map(key -> Map.of("key", key))
                                    .toList());
                case "vaadin-select" ->
                    words.choose(label(node), choices(node, "vaadin-select-item"))
                            .ifPresent(key -> write(written, node, VALUE, key));
                case "vaadin-radio-group" ->
                    words.choose(label(node), choices(node, "vaadin-radio-button"))
                            .ifPresent(key -> write(written, node, VALUE, key));
                case "vaadin-checkbox-group" -> write(written, node, VALUE, choices(node, "vaadin-checkbox"));
                default -> {}
            }
        });
        return written;
    }

    /** What narrows a list has its name inside. */
    private String label(int node) {
        return nodes.property(node, "label")
                .asString(nodes.property(node, "placeholder").asString(""));
    }

    private boolean isSearch(int node) {
        return nodes.property(node, "placeholder").isString();
    }

    private static String tomorrow() {
        return LocalDate.now(ZoneId.systemDefault()).plusDays(1).toString();
    }

    /** What stands there is left where anything else would only be refused, and made another where it would not. */
    private void word(ArrayNode written, int node, RawWords words) {
        String before = nodes.property(node, VALUE).asString("");
        String text = words.of(label(node));
        if (isSearch(node) && !words.knows(label(node))) {
            return;
        }
        if (before.isEmpty()) {
            write(written, node, VALUE, text);
        } else if (before.matches("[\\p{L} ]+") && !before.contains(text)) {
            write(written, node, VALUE, before + " " + text);
        }
    }

    private List<String> choices(int node, String tag) {
        return nodes.of(tag).stream()
                .filter(choice -> nodes.isWithin(choice, node))
                .map(choice -> nodes.property(choice, "value").asString(""))
                .filter(value -> !value.isEmpty())
                .sorted(Comparator.comparing(Integer::valueOf))
                .toList();
    }

    private static void write(ArrayNode written, int node, String property, Object value) {
        written.add(set(node, property, value));
    }

    /** That a browser's field has that now. */
    static ObjectNode set(int node, String property, Object value) {
        return JSON.createObjectNode()
                .put("type", "mSync")
                .put("node", node)
                .put("feature", 1)
                .put("property", property)
                .set("value", JSON.valueToTree(value));
    }
}
