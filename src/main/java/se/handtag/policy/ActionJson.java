package se.handtag.policy;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.handtag.mdm.AppId;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;
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
                    case Action.PutTag(var tag, var name) -> named(tag.value(), name);
                    case Action.TakeTag(var tag, var name) -> named(tag.value(), name);
                    case Action.PutUserTag(var tag, var name) -> named(tag.value(), name);
                    case Action.TakeUserTag(var tag, var name) -> named(tag.value(), name);
                    case Action.HandOver(var to, var name) -> named(to.value(), name);
                    case Action.ChangeUser(var change) -> change;
                    case Action.CreateUser(var user) -> user;
                    case Action.CreateGroup group -> group;
                    case Action.RenameGroup(var name) -> Map.of("name", name);
                    case Action.CreateTag(var tag) -> tag;
                    case Action.ChangeTag(var change) -> change;
                    case Action.PutApp(var app) -> app;
                    case Action.Refresh(),
                            Action.Lock(),
                            Action.ClearPasscode(),
                            Action.Wipe(),
                            Action.DeleteUser(),
                            Action.DeleteGroup(),
                            Action.DeleteTag() -> Map.of();
                });
    }

    private static Map<String, Object> named(int id, String name) {
        return Map.of("id", id, "name", name);
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
            case PUT_TAG -> new Action.PutTag(tag(node), name(node));
            case TAKE_TAG -> new Action.TakeTag(tag(node), name(node));
            case PUT_USER_TAG -> new Action.PutUserTag(tag(node), name(node));
            case TAKE_USER_TAG -> new Action.TakeUserTag(tag(node), name(node));
            case HAND_OVER -> new Action.HandOver(new UserId(node.path("id").asInt()), name(node));
            case CHANGE_USER -> new Action.ChangeUser(json.treeToValue(node, UserChange.class));
            case CREATE_USER -> new Action.CreateUser(json.treeToValue(node, NewUser.class));
            case DELETE_USER -> new Action.DeleteUser();
            case CREATE_GROUP -> json.treeToValue(node, Action.CreateGroup.class);
            case RENAME_GROUP -> new Action.RenameGroup(name(node));
            case DELETE_GROUP -> new Action.DeleteGroup();
            case CREATE_TAG -> new Action.CreateTag(json.treeToValue(node, NewTag.class));
            case CHANGE_TAG -> new Action.ChangeTag(json.treeToValue(node, TagChange.class));
            case DELETE_TAG -> new Action.DeleteTag();
            case PUT_APP -> new Action.PutApp(json.treeToValue(node, NewApp.class));
        };
    }

    private static TagId tag(JsonNode node) {
        return new TagId(node.path("id").asInt());
    }

    private static String name(JsonNode node) {
        return node.path("name").asString();
    }
}
