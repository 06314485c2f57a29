package se.handtag.policy;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.handtag.mdm.AppId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An action as the rooms that keep it store it. */
@Component
public class ActionJson {
    private final JsonMapper json;

    ActionJson(JsonMapper json) {
        this.json = json;
    }

    public String write(Action action) {
        return json.writeValueAsString(
                switch (action) {
                    case Action.Message(var text) -> Map.of("text", text);
                    case Action.InstallApp(var app, var name, var packageId, var vpp) ->
                        Map.of("app", app.value(), "name", name, "package", packageId, "vpp", vpp);
                    case Action.RemoveApp(var name, var packageId) -> Map.of("name", name, "package", packageId);
                    case Action.Refresh(), Action.Lock(), Action.ClearPasscode(), Action.Wipe() -> Map.of();
                });
    }

    public Action read(ActionKind kind, String written) {
        JsonNode node = json.readTree(written);
        return switch (kind) {
            case REFRESH -> new Action.Refresh();
            case LOCK -> new Action.Lock();
            case MESSAGE -> new Action.Message(node.path("text").asString());
            case CLEAR_PASSCODE -> new Action.ClearPasscode();
            case WIPE -> new Action.Wipe();
            case INSTALL_APP ->
                new Action.InstallApp(
                        new AppId(node.path("app").asInt()),
                        node.path("name").asString(),
                        node.path("package").asString(),
                        node.path("vpp").asBoolean());
            case REMOVE_APP ->
                new Action.RemoveApp(
                        node.path("name").asString(), node.path("package").asString());
        };
    }
}
