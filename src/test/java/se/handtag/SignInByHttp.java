package se.handtag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without scripts, of somebody who signs in to the portal through the trial's identity provider: keeps cookies,
 * follows redirects, sends forms with their hidden token.
 */
public final class SignInByHttp implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "handtag";
    private static final int MOST_REDIRECTS = 12;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI portal;
    private String language = "en";

    private SignInByHttp(int portal) {
        this.portal = URI.create("http://localhost:" + portal);
    }

    /** A browser in which nobody is signed in. */
    public static SignInByHttp nobody(int portal) {
        return new SignInByHttp(portal);
    }

    /**
     * A browser in which somebody is.
     *
     * @param portal the portal's port
     * @param username as in the sample company's {@code people.yaml}
     */
    public static SignInByHttp as(String username, int portal) {
        var browser = new SignInByHttp(portal);
        browser.signIn(username, "/audit/export");
        return browser;
    }

    /** A browser in which somebody is signed in for a lost phone, and for nothing else. */
    public static SignInByHttp lost(String username, int portal) {
        var browser = new SignInByHttp(portal);
        browser.signIn(username, "/lost");
        return browser;
    }

    /** Opens a page that asks to sign in, does, and answers what is shown then. */
    public HttpResponse<String> signIn(String username, String page) {
        var form = get(page);
        if (!form.uri().getPath().equals("/sign-in")) {
            throw new AssertionError("No sign-in page, but " + form.uri() + ": " + form.body());
        }
        return submitSignIn(form, username);
    }

    /** Fills in the provider's page that is open. */
    public HttpResponse<String> submitSignIn(HttpResponse<String> form, String username) {
        return submit(form, form.uri().resolve("/sign-in"), Map.of("username", username, "password", PASSWORD));
    }

    /** Fills in the provider's page that is open and stops before following it back: where it would lead. */
    public String lastLocationOfSignIn(HttpResponse<String> form, String username) {
        String to = form.uri().resolve("/sign-in").toString();
        var answer = sendOnce(withToken(form, URI.create(to), Map.of("username", username, "password", PASSWORD)));
        while (!to.startsWith(portal.toString()) && answer.statusCode() / 100 == 3) {
            to = answer.uri()
                    .resolve(answer.headers().firstValue("Location").orElseThrow())
                    .toString();
            if (!to.startsWith(portal.toString())) {
                answer = sendOnce(HttpRequest.newBuilder(URI.create(to)));
            }
        }
        return to;
    }

    /** Follows a link, and stays there. */
    public HttpResponse<String> getOnce(String path) {
        return sendOnce(HttpRequest.newBuilder(portal.resolve(path)));
    }

    /** From now on asks for that language, {@code en} at first. */
    public SignInByHttp speaking(String tag) {
        language = tag;
        return this;
    }

    /** Follows a link, and wherever the answer leads. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(portal.resolve(path)));
    }

    /** Presses the button of a form on that page. */
    public HttpResponse<String> submit(HttpResponse<String> page, String action, Map<String, String> fields) {
        return submit(page, portal.resolve(action), fields);
    }

    /** Presses the button of a form on that page, and stays where the answer is. */
    public HttpResponse<String> submitOnce(HttpResponse<String> page, String action, Map<String, String> fields) {
        return sendOnce(withToken(page, portal.resolve(action), fields));
    }

    /** Sends what a script of the page would send. */
    public HttpResponse<String> postJson(String path, String body) {
        return sendOnce(HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Hands a file to a field of a page, as a script of the page would. */
    public HttpResponse<String> postFile(String path, String name, byte[] file) {
        return sendOnce(HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/octet-stream")
                .header("X-Filename", name)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** Sends a form without the token that its page would have carried. */
    public HttpResponse<String> postWithoutToken(String path) {
        return send(form(portal.resolve(path), Map.of()));
    }

    /** Forgets the portal's session, as after a long absence; the provider still knows the person. */
    public void timeOut() {
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .forEach(cookie -> cookies.getCookieStore().remove(portal, cookie));
    }

    private HttpResponse<String> submit(HttpResponse<String> page, URI action, Map<String, String> fields) {
        return send(withToken(page, action, fields));
    }

    private static HttpRequest.Builder withToken(HttpResponse<String> page, URI action, Map<String, String> fields) {
        var token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("The page has no form: " + page.body());
        }
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token.group(1));
        return form(action, all);
    }

    private static HttpRequest.Builder form(URI action, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** Follows redirects by itself: signing in takes more of them than the client follows. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        var answer = sendOnce(request);
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            String location = answer.headers().firstValue("Location").orElseThrow();
            answer = sendOnce(HttpRequest.newBuilder(answer.uri().resolve(location)));
        }
        return answer;
    }

    private HttpResponse<String> sendOnce(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Accept", "text/html")
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
