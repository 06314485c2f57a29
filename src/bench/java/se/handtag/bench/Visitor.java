package se.handtag.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a screen: somebody signs in, opens a page, and goes from view to view by the requests that Vaadin's own
 * client sends. All of them share one client, which keeps connections open as browsers do.
 */
final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern NEXT = Pattern.compile("\"clientId\":(\\d+)");
    private static final Pattern SEEN = Pattern.compile("\"syncId\":(\\d+)");

    private final URI portal;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";
    private String page = "";
    private String next = "";
    private String seen = "";

    private Visitor(URI portal) {
        this.portal = portal;
    }

    /** Somebody of the sample company, signed in. */
    static Visitor signedIn(URI portal, String username) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(portal);
        HttpResponse<String> form = visitor.follow(visitor.send(
                HttpRequest.newBuilder(portal.resolve("/")).header("Accept", "text/html")));
        String fields = Map.of(
                        "_csrf", found(FORM_TOKEN, form.body()), "username", username, "password", "handtag")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> welcome = visitor.follow(visitor.send(HttpRequest.newBuilder(
                        form.uri().resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(fields))));
        if (welcome.statusCode() != 200 || welcome.uri().getPort() != portal.getPort()) {
            throw new IllegalStateException(username + " came to " + welcome.uri() + ": " + welcome.body());
        }
        return visitor;
    }

    /** Opens a page at its first view. @return what the view is drawn from */
    String open(String route) throws IOException, InterruptedException {
        String body = ok(send(HttpRequest.newBuilder(
                        portal.resolve("/?v-r=init&location=" + route + "&query="))))
                .body();
        token = found(PAGE_TOKEN, body);
        page = found(PAGE, body);
        next = "0";
        seen = "0";
        return navigate(route, "");
    }

    /** Goes to another view by a link. @return what it is drawn from */
    String go(String route) throws IOException, InterruptedException {
        return navigate(route, "link");
    }

    private String navigate(String route, String trigger) throws IOException, InterruptedException {
        String body = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"Handtag","historyState":null,"trigger":"%s"}}],"syncId":%s,"clientId":%s}"""
                .formatted(token, route, trigger, seen, next);
        String drawn = ok(send(HttpRequest.newBuilder(portal.resolve("/?v-r=uidl&v-uiId=" + page))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body))))
                .body();
        if (!drawn.contains("\"changes\":[{")) {
            throw new IOException("Nothing was drawn of /" + route + ": " + drawn);
        }
        next = found(NEXT, drawn);
        seen = found(SEEN, drawn);
        return drawn;
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> at = answer;
        for (int i = 0; i < MOST_REDIRECTS && at.statusCode() / 100 == 3; i++) {
            String location = at.headers().firstValue("Location").orElseThrow();
            at = send(HttpRequest.newBuilder(at.uri().resolve(location)).header("Accept", "text/html"));
        }
        return at;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer =
                HTTP.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty() || set.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
