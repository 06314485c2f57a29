package se.handtag.policy;

import org.springframework.stereotype.Component;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.mdm.AppId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subject as the rooms that keep it store it: as it was at that time. */
@Component
public class SubjectJson {
    private final JsonMapper json;

    SubjectJson(JsonMapper json) {
        this.json = json;
    }

    public String write(Subject subject) {
        var node = json.createObjectNode().put("kind", subject.kind().key());
        switch (subject) {
            case Subject.OfDevice(var device) -> node.set("device", json.valueToTree(device));
            case Subject.OfUser(var user) -> node.set("user", json.valueToTree(user));
            case Subject.OfGroup(var id, var name) -> node.put("id", id.value()).put("name", name);
            case Subject.OfTag(var id, var name) -> node.put("id", id.value()).put("name", name);
            case Subject.OfApp(var id, var name) -> node.put("id", id.value()).put("name", name);
            case Subject.Company() -> {}
        }
        return json.writeValueAsString(node);
    }

    public Subject read(String written) {
        JsonNode node = json.readTree(written);
        int id = node.path("id").asInt(0);
        String name = node.path("name").asString("");
        return switch (SubjectKind.of(node.path("kind").asString())) {
            case DEVICE -> new Subject.OfDevice(json.treeToValue(node.path("device"), FleetDevice.class));
            case USER -> new Subject.OfUser(json.treeToValue(node.path("user"), MdmUser.class));
            case GROUP -> new Subject.OfGroup(new GroupId(id), name);
            case TAG -> new Subject.OfTag(new TagId(id), name);
            case APP -> new Subject.OfApp(new AppId(id), name);
            case COMPANY -> new Subject.Company();
        };
    }
}
