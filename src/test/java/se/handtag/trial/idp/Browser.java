package se.handtag.trial.idp;

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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser, as far as signing in needs one: keeps cookies, sends forms with their hidden fields. */
final class Browser implements AutoCloseable {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI provider;
    private String language = "en";

    Browser(String provider) {
        this.provider = URI.create(provider);
    }

    Browser speaking(String language) {
        this.language = language;
        return this;
    }

    HttpResponse<String> open(String address) {
        return send(HttpRequest.newBuilder(provider.resolve(address)).GET());
    }

    /** Opens and goes where the provider sends the browser, until it stays or leaves the provider. */
    HttpResponse<String> follow(String address) {
        var response = open(address);
        while (response.statusCode() / 100 == 3
                && location(response).getAuthority().equals(provider.getAuthority())) {
            response = open(location(response).toString());
        }
        return response;
    }

    /** Types a name and the password on the sign-in page and goes on as the provider says. */
    HttpResponse<String> signIn(String username, String password) {
        return submit("/sign-in", Map.of("username", username, "password", password));
    }

    HttpResponse<String> submit(String form, Map<String, String> fields) {
        var token = HIDDEN.matcher(open("/sign-in").body());
        if (!token.find()) {
            throw new AssertionError("The page has no form");
        }
        var all = new java.util.HashMap<>(fields);
        all.put("_csrf", token.group(1));
        var response = send(HttpRequest.newBuilder(provider.resolve(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(all))));
        return response.statusCode() / 100 == 3
                        && location(response).getAuthority().equals(provider.getAuthority())
                ? follow(location(response).toString())
                : response;
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static URI location(HttpResponse<String> response) {
        return response.uri()
                .resolve(response.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body())));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.header("Accept", "text/html")
                            .header("Accept-Language", language)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    CookieManager cookies() {
        return cookies;
    }

    @Override
    public void close() {
        client.close();
    }
}
