package se.handtag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trial MDM as its witness sees it, and a hand that changes it behind the portal's back. */
public final class PortalMdm {
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("handtag:handtag".getBytes(StandardCharsets.UTF_8));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    PortalMdm(String apiUrl) {
        root = apiUrl.substring(0, apiUrl.length() - "/api".length());
    }

    /**
     * The commands that the MDM took for the device, oldest first, by the last part of their address, such as
     * {@code lockdevice}.
     */
    public List<String> received(DeviceId device) {
        List<String> calls = new ArrayList<>();
        for (JsonNode entry : send("GET", "/witness/journal", "")) {
            if (entry.path("what").asString().equals("received")
                    && entry.path("request").asString("").startsWith("POST /api/devices/" + device)) {
                String address = entry.path("request").asString();
                calls.add(address.substring(address.lastIndexOf('/') + 1));
            }
        }
        return calls;
    }

    /** The rows of the contract, such as {@code G4}, of the writes that the MDM took, oldest first. */
    public List<String> written() {
        List<String> rows = new ArrayList<>();
        for (JsonNode entry : send("GET", "/witness/journal", "")) {
            if (entry.path("what").asString().equals("received")) {
                rows.add(entry.path("operation").asString());
            }
        }
        return rows;
    }

    /** Everything in the journal that is about the device, in short. */
    public List<String> journal(DeviceId device) {
        List<String> lines = new ArrayList<>();
        for (JsonNode entry : send("GET", "/witness/journal", "")) {
            if (entry.path("deviceId").asString("").equals(device.toString())) {
                lines.add(entry.path("what").asString() + " "
                        + entry.path("request").asString("") + " "
                        + entry.path("note").asString(""));
            }
        }
        return lines;
    }

    /** What the device is really like. */
    public JsonNode device(DeviceId device) {
        return send("GET", "/witness/devices/" + device, "").path("device");
    }

    /** Every device that is online makes contact. */
    public void tick() {
        send("POST", "/witness/tick", "");
    }

    public void offline(DeviceId device) {
        send("POST", "/witness/devices/" + device + "/offline", "");
    }

    public void online(DeviceId device) {
        send("POST", "/witness/devices/" + device + "/online", "");
    }

    /** Switches a fault on for every call whose method and address fit. */
    public void fault(String kind, String method, String path) {
        send(
                "POST",
                "/witness/faults",
                "{\"kind\":\"%s\",\"method\":\"%s\",\"path\":\"%s\"}".formatted(kind, method, path));
    }

    /** Switches a fault on for the next such call alone. @param millis how long it lasts, where it takes time */
    public void faultOnce(String kind, int millis, String method, String path) {
        send(
                "POST",
                "/witness/faults",
                "{\"kind\":\"%s\",\"millis\":%d,\"count\":1,\"method\":\"%s\",\"path\":\"%s\"}"
                        .formatted(kind, millis, method, path));
    }

    /**
     * How many writes to an address that ends so reached the MDM.
     *
     * @param preventing which faults keep a call from having its effect, so that the journal has them under their own names;
     *     none: only writes that had their effect count
     */
    public int sent(String ending, Set<String> preventing) {
        int sent = 0;
        for (JsonNode entry : send("GET", "/witness/journal", "")) {
            String request = entry.path("request").asString("");
            String what = entry.path("what").asString();
            boolean prevented = what.equals("fault")
                    && preventing.contains(entry.path("note").asString(""));
            if (request.startsWith("POST ") && request.endsWith(ending) && (what.equals("received") || prevented)) {
                sent++;
            }
        }
        return sent;
    }

    public void noFaults() {
        send("DELETE", "/witness/faults", "");
    }

    /** Gives a device to another user, past the portal. */
    public void give(DeviceId device, UserId user) {
        send("PUT", "/api/devices/" + device, "{\"userId\":" + user.value() + "}");
    }

    /** Puts a user into another group, past the portal. */
    public void move(UserId user, GroupId group) {
        send("PUT", "/api/users/" + user.value(), "{\"groupId\":" + group.value() + "}");
    }

    /** Makes a tag, past the portal. */
    public TagId addTag(String name) {
        return new TagId(
                send("POST", "/api/tags", "{\"name\":\"" + name + "\"}").asInt());
    }

    /** Deletes a tag, past the portal. */
    public void removeTag(TagId tag) {
        send("DELETE", "/api/tags/" + tag.value(), "");
    }

    /** Puts a tag on a device, past the portal. */
    public void tag(DeviceId device, TagId tag) {
        send("POST", "/api/devicetags", "{\"deviceId\":\"" + device + "\",\"tagId\":" + tag.value() + "}");
    }

    /** Takes a tag off a device, past the portal. */
    public void untag(DeviceId device, TagId tag) {
        for (JsonNode link : send("GET", "/api/devicetags?deviceId=" + device, "")) {
            if (link.path("tagId").asInt() == tag.value()) {
                send("DELETE", "/api/devicetags/" + link.path("id").asInt(), "");
            }
        }
    }

    /** Adds a user, past the portal. */
    public UserId addUser(String json) {
        return new UserId(send("POST", "/api/users", json).asInt());
    }

    /** Adds a group with nothing in it, past the portal. */
    public GroupId addGroup(String name) {
        return new GroupId(
                send("POST", "/api/groups", "{\"name\":\"" + name + "\"}").asInt());
    }

    /** Adds two groups of one name side by side, past the portal. */
    public List<Integer> twoGroupsOfOneName(String name) {
        String json = "{\"name\":\"" + name + "\"}";
        return List.of(
                send("POST", "/api/groups", json).asInt(),
                send("POST", "/api/groups", json).asInt());
    }

    void startOver() {
        send("POST", "/witness/start-over", "");
    }

    private JsonNode send(String method, String target, String json) {
        var request = HttpRequest.newBuilder(URI.create(root + target))
                .header("Authorization", LOGIN)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(method + " " + target + ": " + answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
