package se.handtag.audit;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.Actor;

/**
 * What is to be put on record. Built from {@link #of} by adding what is known; what is not known stays null.
 *
 * @param actor who did it, null when the portal itself did
 * @param onBehalfOf whose matter it was, when not the actor's own: a name for the reader
 * @param device the device's id at the MDM
 * @param deviceLabel the device as a person would name it: model and the end of its serial number
 * @param action the name of the action, such as {@code wipe}
 * @param outcome in one word how it went, such as {@code allowed} or {@code unknown}
 * @param rules ids of the rules that decided
 * @param facts whatever else explains the record, by name
 */
public record AuditEntry(
        AuditKind kind,
        @Nullable Actor actor,
        @Nullable String onBehalfOf,
        @Nullable UUID device,
        @Nullable String deviceLabel,
        @Nullable String action,
        @Nullable String outcome,
        List<String> rules,
        @Nullable UUID request,
        @Nullable UUID command,
        SortedMap<String, String> facts) {

    private static final String DEVICE = "device/";

    public static AuditEntry of(AuditKind kind) {
        return new AuditEntry(kind, null, null, null, null, null, null, List.of(), null, null, new TreeMap<>());
    }

    public AuditEntry by(@Nullable Actor who) {
        return new AuditEntry(
                kind, who, onBehalfOf, device, deviceLabel, action, outcome, rules, request, command, facts);
    }

    public AuditEntry onBehalfOf(@Nullable String owner) {
        return new AuditEntry(kind, actor, owner, device, deviceLabel, action, outcome, rules, request, command, facts);
    }

    public AuditEntry device(UUID id, String label) {
        return new AuditEntry(kind, actor, onBehalfOf, id, label, action, outcome, rules, request, command, facts);
    }

    /**
     * What it was done to, device or not.
     *
     * @param key the kind and the MDM's id, such as {@code device/<guid>} or {@code user/17}
     */
    public AuditEntry subject(String key, String label) {
        return key.startsWith(DEVICE)
                ? device(UUID.fromString(key.substring(DEVICE.length())), label)
                : fact("subject", key).fact("subjectLabel", label);
    }

    public AuditEntry action(String name) {
        return new AuditEntry(
                kind, actor, onBehalfOf, device, deviceLabel, name, outcome, rules, request, command, facts);
    }

    public AuditEntry outcome(String word) {
        return new AuditEntry(
                kind, actor, onBehalfOf, device, deviceLabel, action, word, rules, request, command, facts);
    }

    public AuditEntry rules(List<String> ids) {
        return new AuditEntry(
                kind,
                actor,
                onBehalfOf,
                device,
                deviceLabel,
                action,
                outcome,
                List.copyOf(ids),
                request,
                command,
                facts);
    }

    public AuditEntry request(@Nullable UUID id) {
        return new AuditEntry(kind, actor, onBehalfOf, device, deviceLabel, action, outcome, rules, id, command, facts);
    }

    public AuditEntry command(@Nullable UUID id) {
        return new AuditEntry(kind, actor, onBehalfOf, device, deviceLabel, action, outcome, rules, request, id, facts);
    }

    /** Adds a fact; a null value adds nothing. */
    public AuditEntry fact(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(Map.copyOf(facts));
        more.put(name, value);
        return new AuditEntry(
                kind, actor, onBehalfOf, device, deviceLabel, action, outcome, rules, request, command, more);
    }
}
