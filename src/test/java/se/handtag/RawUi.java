package se.handtag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who talks to the screens without a browser: reads what the server sends for a page, and presses whatever it says
 * can be pressed, whether or not a browser would show it. Messages as in Vaadin Flow 25's {@code com.vaadin.client}.
 */
public final class RawUi {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The kinds of change that matter here; Vaadin's {@code NodeFeatures}. */
    private static final int TAG = 0;

    private static final int CHILDREN = 2;
    private static final int LISTENERS = 4;
    private static final int TEXT = 7;
    private static final int VIRTUAL_CHILDREN = 24;
    private static final Set<String> FRAME = Set.of("header", "nav", "footer");
    private static final Set<String> FIELDS =
            Set.of("vaadin-text-field", "vaadin-text-area", "vaadin-integer-field", "vaadin-email-field");

    private final SignInByHttp browser;
    private final int ui;
    private final String token;
    private final Map<Integer, String> tags = new HashMap<>();
    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, JsonNode> presses = new LinkedHashMap<>();
    private final Map<String, JsonNode> constants = new HashMap<>();
    private int syncId;
    private int clientId;
    private String said = "";
    private String heard = "";

    private RawUi(SignInByHttp browser, JsonNode start) {
        this.browser = browser;
        ui = start.path("v-uiId").asInt();
        token = start.path("uidl").path("Vaadin-Security-Key").asString();
        take(start.path("uidl"));
    }

    /** A page as the server first sends it to whoever is signed in in that browser. */
    public static RawUi open(SignInByHttp browser, String path) {
        var start = browser.getOnce("/?v-r=init&location=" + URLEncoder.encode(path, UTF_8) + "&query=");
        var page = new RawUi(browser, JSON.readTree(start.body()).path("appConfig"));
        page.navigate(path);
        return page;
    }

    /** Goes to another page of the same window. */
    public void navigate(String path) {
        var data = JSON.createObjectNode()
                .put("route", path)
                .put("query", "")
                .put("appShellTitle", "")
                .put("trigger", "");
        data.putNull("historyState");
        answer(send(event(1, "ui-navigate", data)));
    }

    /** What can be pressed on the page and in what is open above it, in the order in which it came. */
    public List<Integer> pressable() {
        return presses.keySet().stream().filter(node -> !isFrame(node)).toList();
    }

    /** Presses it; whatever appears then is known afterwards. */
    public void press(int node) {
        answer(send(event(node, "click", click(presses.get(node)))));
    }

    /** Presses something of this page from another person's browser, and answers what the server says. */
    public HttpResponse<String> pressFrom(SignInByHttp other, int node, String token) {
        return other.postJson(
                "/?v-r=uidl&v-uiId=" + ui, message(event(node, "click", click(presses.get(node))), token));
    }

    /** What the server gave this window to show that it is the page's own script that speaks. */
    public String token() {
        return token;
    }

    /** Writes the same into every field there is. */
    public void fillIn(String text) {
        for (int node : new HashSet<>(tags.keySet())) {
            if (FIELDS.contains(tags.getOrDefault(node, ""))) {
                var change = JSON.createObjectNode()
                        .put("type", "mSync")
                        .put("node", node)
                        .put("feature", 1)
                        .put("property", "value")
                        .put("value", text);
                answer(send(JSON.createArrayNode().add(change)));
            }
        }
    }

    /** All words on the page and above it. */
    public String text() {
        return String.join("\n", texts.values());
    }

    /** The words inside the thing. */
    public String text(int node) {
        return texts.entrySet().stream()
                .filter(text -> isWithin(text.getKey(), node))
                .map(Map.Entry::getValue)
                .reduce("", (one, other) -> one + " " + other)
                .strip();
    }

    private boolean isWithin(int node, int whole) {
        for (Integer at = node; at != null; at = parents.get(at)) {
            if (at == whole) {
                return true;
            }
        }
        return false;
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

    /** What a browser would tell of the click: no key held, nowhere in particular. */
    private ObjectNode click(@Nullable JsonNode wanted) {
        var data = JSON.createObjectNode();
        if (wanted != null && wanted.isString()) {
            constants
                    .getOrDefault(wanted.asString(), JSON.createObjectNode())
                    .propertyNames()
                    .forEach(name -> {
                        if (name.endsWith("Key")) {
                            data.put(name, false);
                        } else {
                            data.put(name, 0);
                        }
                    });
        }
        return data;
    }

    private static ArrayNode event(int node, String name, ObjectNode data) {
        return JSON.createArrayNode()
                .add(JSON.createObjectNode()
                        .put("type", "event")
                        .put("node", node)
                        .put("event", name)
                        .set("data", data));
    }

    /** Sends the last message once more, as a browser does that got no answer, and answers what the server says. */
    public String sayAgain() {
        return browser.postJson("/?v-r=uidl&v-uiId=" + ui, said).body();
    }

    /** What the server said to the last message. */
    public String heard() {
        return heard;
    }

    private HttpResponse<String> send(ArrayNode calls) {
        said = message(calls, token);
        var answer = browser.postJson("/?v-r=uidl&v-uiId=" + ui, said);
        heard = answer.body();
        return answer;
    }

    private String message(ArrayNode calls, String token) {
        var message = JSON.createObjectNode()
                .put("csrfToken", token)
                .put("syncId", syncId)
                .put("clientId", clientId);
        message.set("rpc", calls);
        return message.toString();
    }

    private void answer(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        String body = answer.body();
        String json = body.startsWith("for(;;);") ? body.substring("for(;;);".length()) : body;
        JsonNode all = JSON.readTree(json);
        take(all.isArray() ? all.path(0) : all);
    }

    private void take(JsonNode message) {
        syncId = message.path("syncId").asInt(syncId);
        clientId = message.path("clientId").asInt(clientId);
        message.path("constants").properties().forEach(each -> constants.put(each.getKey(), each.getValue()));
        List<JsonNode> changes = new ArrayList<>();
        message.path("changes").forEach(changes::add);
        changes.forEach(this::take1);
    }

    private void take1(JsonNode change) {
        int node = change.path("node").asInt();
        int feature = change.path("feat").asInt(-1);
        switch (change.path("type").asString()) {
            case "detach" -> {
                tags.remove(node);
                texts.remove(node);
                presses.remove(node);
            }
            case "splice" -> {
                if (feature == CHILDREN || feature == VIRTUAL_CHILDREN) {
                    change.path("addNodes").forEach(child -> parents.put(child.asInt(), node));
                }
            }
            case "put" -> put(node, feature, change.path("key").asString(), change.path("value"));
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
            case TEXT -> texts.put(node, value.asString(""));
            case LISTENERS -> {
                if (key.equals("click")) {
                    presses.put(node, value);
                }
            }
            default -> {}
        }
    }
}
