package se.handtag.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the trial MDM saw, asked past the portal. */
final class Witness {
    private static final int PAGE = 1_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private long read;

    /** @param api the address of the MDM's API */
    Witness(String api) {
        root = api.substring(0, api.length() - "/api".length()) + "/witness/";
    }

    /**
     * A line of the journal.
     *
     * @param taken whether it is a call that took effect
     * @param request method and address
     */
    record Call(boolean taken, String request, String body) {}

    /** What was written down since it was last read. */
    List<Call> readOn() {
        List<Call> calls = new ArrayList<>();
        JsonNode page;
        do {
            page = send("GET", "journal?after=" + read, "");
            for (JsonNode entry : page) {
                read = entry.path("id").asLong();
                calls.add(new Call(
                        entry.path("what").asString().equals("received"),
                        entry.path("request").asString(""),
                        entry.path("body").asString("")));
            }
        } while (page.size() == PAGE);
        return calls;
    }

    /** The next command to the device is carried out at once and answered some seconds later. */
    void answersLate(String device) {
        send(
                "POST",
                "faults",
                "{\"kind\":\"late\",\"millis\":3000,\"count\":1,\"method\":\"POST\",\"path\":\"" + device + "\"}");
    }

    /** The next call to the device is cut off by the MDM, so that nobody knows whether it arrived. */
    void cutsOff(String device, String operation) {
        send(
                "POST",
                "faults",
                "{\"kind\":\"reset\",\"count\":1,\"method\":\"POST\",\"path\":\"" + device + "/" + operation + "\"}");
    }

    /** Every device makes contact, and does what it was told. */
    void tick() {
        send("POST", "tick", "");
    }

    /** The ids of phones. */
    List<String> phones() {
        List<String> ids = new ArrayList<>();
        for (JsonNode device : send("GET", "devices", "")) {
            if (device.path("model").asString().startsWith("iPhone")
                    && device.path("enrolled").asBoolean()
                    && device.path("online").asBoolean()) {
                ids.add(device.path("id").asString());
            }
        }
        return ids;
    }

    private JsonNode send(String method, String target, String json) {
        var request = HttpRequest.newBuilder(URI.create(root + target))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(target + ": " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
