package se.handtag.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;

/**
 * The facts that a condition may name, each of a type of its own, so that a misspelt one is an error when rules load. All
 * are there for every subject: what a user or a group does not have is empty or false.
 */
final class Facts {
    private static final ListType TEXTS = ListType.create(SimpleType.STRING);

    /** Every fact's name and type. */
    static final Map<String, CelType> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("action", SimpleType.STRING),
            Map.entry("actor.is_owner", SimpleType.BOOL),
            Map.entry("actor.roles", TEXTS),
            Map.entry("subject.kind", SimpleType.STRING),
            Map.entry("owner.known", SimpleType.BOOL),
            Map.entry("owner.tags", TEXTS),
            Map.entry("owner.groups", TEXTS),
            Map.entry("device.platform", SimpleType.STRING),
            Map.entry("device.model", SimpleType.STRING),
            Map.entry("device.tags", TEXTS),
            Map.entry("device.lost", SimpleType.BOOL),
            Map.entry("app.offered", SimpleType.BOOL),
            Map.entry("app.fits", SimpleType.BOOL),
            Map.entry("app.approval", SimpleType.STRING),
            Map.entry("app.package", SimpleType.STRING)));

    private Facts() {}

    static Map<String, Object> of(Question question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("action", question.action().key());
        facts.put("actor.is_owner", question.own());
        facts.put(
                "actor.roles",
                question.roles().stream().map(role -> word(role)).sorted().toList());
        MdmUser owner = question.owner();
        facts.put("owner.known", owner != null);
        facts.put("owner.tags", owner == null ? List.of() : owner.tags());
        facts.put("owner.groups", question.ownerGroups());
        facts.put("subject.kind", question.subject().kind().key());
        FleetDevice device = question.subject().device();
        facts.put("device.platform", device == null ? "" : word(device.platform()));
        facts.put("device.model", device == null || device.model() == null ? "" : device.model());
        facts.put("device.tags", device == null ? List.of() : device.tags());
        facts.put("device.lost", question.lost());
        CatalogueApp app = question.app();
        facts.put("app.offered", app != null && app.offered());
        facts.put("app.fits", app != null && device != null && app.platform() == device.platform());
        facts.put("app.approval", app == null ? "" : word(app.approval()));
        facts.put("app.package", app == null ? "" : app.packageId());
        return facts;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
