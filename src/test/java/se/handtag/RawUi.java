package se.handtag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who talks to the screens without a browser: reads what the server sends for a page, and presses whatever it says
 * can be pressed, whether or not a browser would show it. Messages as in Vaadin Flow 25's {@code com.vaadin.client}.
 */
public final class RawUi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 50;
    private static final int OK = 200;

    private final SignInByHttp browser;
    private final int ui;
    private final String token;
    private final RawNodes nodes = new RawNodes();
    private final RawFields fields = new RawFields(nodes);
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
        var navigation = JSON.createObjectNode()
                .put("type", "event")
                .put("node", 1)
                .put("event", "ui-navigate")
                .set("data", data);
        answer(send(JSON.createArrayNode().add(navigation)));
    }

    /** What can be pressed on the page and in what is open above it, in the order in which it came. */
    public List<Integer> pressable() {
        return nodes.listeningTo("click");
    }

    /** Presses it; whatever appears then is known afterwards. */
    public void press(int node) {
        answer(send(click(node)));
    }

    /** Presses it, whatever the server says: a session may be over. */
    public void knock(int node) {
        var answer = send(click(node));
        if (answer.statusCode() == OK) {
            answer(answer);
        }
    }

    /** Presses something of this page from another person's browser, and answers what the server says. */
    public HttpResponse<String> pressFrom(SignInByHttp other, int node, String token) {
        return other.postJson("/?v-r=uidl&v-uiId=" + ui, message(click(node), token));
    }

    /** What the server gave this window to show that it is the page's own script that speaks. */
    public String token() {
        return token;
    }

    /** Writes into every field there is, and chooses something where there is something to choose from. */
    public void fillIn(RawWords words) {
        long known;
        // What is chosen may bring further fields.
        do {
            known = chooseable();
            lists();
            ArrayNode written = fields.filled(words);
            if (!written.isEmpty()) {
                answer(send(written));
            }
        } while (chooseable() > known);
    }

    private long chooseable() {
        return RawFields.LISTS.stream()
                .flatMap(tag -> nodes.of(tag).stream())
                .filter(box -> !nodes.keys(box).isEmpty())
                .count();
    }

    /** Asks for the rows of all lists and of all fields with lists. */
    public void lists() {
        var asked = JSON.createArrayNode();
        nodes.of("vaadin-grid").forEach(grid -> asked.add(call(grid, "setViewportRange", 0, PAGE)));
        RawFields.LISTS.stream()
                .flatMap(tag -> nodes.of(tag).stream())
                .filter(box -> nodes.keys(box).isEmpty())
                .forEach(box ->
                        asked.add(RawFields.set(box, "opened", true)).add(call(box, "setViewportRange", 0, PAGE, "")));
        if (!asked.isEmpty()) {
            answer(send(asked));
        }
    }

    /** Clicks on the first row of every list that listens to that. */
    public void rows() {
        lists();
        var done = JSON.createArrayNode();
        nodes.listeningTo("item-click").forEach(grid -> done.add(told(grid, "item-click")));
        if (!done.isEmpty()) {
            answer(send(done));
        }
    }

    /** Presses every number up to that of which the server has told nothing. */
    public void pressBlindly(int upTo) {
        var all = JSON.createArrayNode();
        for (int node = 1; node <= upTo; node++) {
            if (!nodes.isTold(node)) {
                all.add(told(node, "click"));
            }
        }
        answer(send(all));
    }

    /** Hears what has come about meanwhile. */
    public void listen() {
        answer(send(JSON.createArrayNode()));
    }

    /** Hands the file to every field for one. */
    public void upload(String name, byte[] file) {
        for (int field : uploads()) {
            String target = nodes.target(field);
            if (target != null) {
                browser.postFile("/" + target, name, file);
            }
        }
        listen();
    }

    /** The fields for files. */
    public List<Integer> uploads() {
        return nodes.of("vaadin-upload");
    }

    /** Whether there are lists. */
    public boolean hasRows() {
        return !nodes.of("vaadin-grid").isEmpty();
    }

    /** Says that the window is closed, as browsers do. */
    @Override
    public void close() {
        var message = JSON.createObjectNode()
                .put("csrfToken", token)
                .put("UNLOAD", true)
                .set("rpc", JSON.createArrayNode());
        browser.postJson("/?v-r=uidl&v-uiId=" + ui, message.toString());
    }

    /** All words on the page and above it. */
    public String text() {
        return nodes.text();
    }

    /** The words inside the thing. */
    public String text(int node) {
        return nodes.text(node);
    }

    private static ObjectNode call(int node, String method, Object... arguments) {
        var call = JSON.createObjectNode()
                .put("type", "publishedEventHandler")
                .put("node", node)
                .put("templateEventMethodName", method);
        call.set("templateEventMethodArgs", JSON.valueToTree(List.of(arguments)));
        return call;
    }

    private ObjectNode told(int node, String event) {
        return JSON.createObjectNode()
                .put("type", "event")
                .put("node", node)
                .put("event", event)
                .set("data", nodes.told(node, event));
    }

    private ArrayNode click(int node) {
        return JSON.createArrayNode().add(told(node, "click"));
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
        if (answer.statusCode() != OK) {
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
        nodes.take(message);
    }
}
