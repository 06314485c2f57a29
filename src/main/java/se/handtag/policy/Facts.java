package se.handtag.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.identity.Role;
import se.handtag.mdm.Platform;

/**
 * The facts that a condition may name, each of a type of its own, so that a misspelt one is an error when rules load. What a
 * subject does not have is empty or false. What cannot be known at this moment is missing, so that a condition on it fails:
 * that counts as matching in what denies or demands, and as absent in what allows.
 */
final class Facts {
    private static final ListType TEXTS = ListType.create(SimpleType.STRING);

    /** Every fact's name and type. */
    static final Map<String, CelType> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry("action", SimpleType.STRING),
            Map.entry("actor.is_owner", SimpleType.BOOL),
            Map.entry("actor.roles", TEXTS),
            Map.entry("actor.tags", TEXTS),
            Map.entry("actor.groups", TEXTS),
            Map.entry("subject.kind", SimpleType.STRING),
            Map.entry("subject.in_rules", SimpleType.BOOL),
            Map.entry("owner.known", SimpleType.BOOL),
            Map.entry("owner.tags", TEXTS),
            Map.entry("owner.groups", TEXTS),
            Map.entry("device.platform", SimpleType.STRING),
            Map.entry("device.model", SimpleType.STRING),
            Map.entry("device.os_version", SimpleType.STRING),
            Map.entry("device.last_contact", SimpleType.TIMESTAMP),
            Map.entry("device.tags", TEXTS),
            Map.entry("device.lost", SimpleType.BOOL),
            Map.entry("device.awaits_erasure", SimpleType.BOOL),
            Map.entry("tag.name", SimpleType.STRING),
            Map.entry("configuration.known", SimpleType.BOOL),
            Map.entry("configuration.offered", SimpleType.BOOL),
            Map.entry("configuration.fits", SimpleType.BOOL),
            Map.entry("configuration.approval", SimpleType.STRING),
            Map.entry("details.own", SimpleType.BOOL),
            Map.entry("app.offered", SimpleType.BOOL),
            Map.entry("app.fits", SimpleType.BOOL),
            Map.entry("app.approval", SimpleType.STRING),
            Map.entry("app.package", SimpleType.STRING),
            Map.entry("request.reason_given", SimpleType.BOOL),
            Map.entry("request.on_behalf", SimpleType.BOOL),
            Map.entry("request.ticket", SimpleType.STRING),
            Map.entry("request.lasts", SimpleType.DURATION),
            Map.entry("request.cannot_sign_in", SimpleType.BOOL),
            Map.entry("now", SimpleType.TIMESTAMP),
            Map.entry("recent.actor_hour", SimpleType.INT),
            Map.entry("recent.actor_day", SimpleType.INT),
            Map.entry("recent.subject_day", SimpleType.INT),
            Map.entry("recent.owner_day", SimpleType.INT),
            Map.entry("recent.company_hour", SimpleType.INT),
            Map.entry("recent.company_day", SimpleType.INT)));

    /** The facts that are never anything but one of a few words. */
    static final Map<String, Set<String>> WORDS = Map.of(
            "action",
            Arrays.stream(ActionKind.values()).map(ActionKind::key).collect(Collectors.toUnmodifiableSet()),
            "actor.roles",
            words(Role.values()),
            "subject.kind",
            Arrays.stream(SubjectKind.values()).map(SubjectKind::key).collect(Collectors.toUnmodifiableSet()),
            "device.platform",
            with("", words(Platform.values())),
            "app.approval",
            with("", words(CatalogueApp.Approval.values())),
            "configuration.approval",
            with("", words(CatalogueApp.Approval.values())));

    /** Facts of examples that do not name them. */
    static final Map<String, Object> PLAIN = plain();

    private Facts() {}

    static Map<String, Object> of(Question question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("action", question.action().key());
        facts.put("subject.kind", question.subject().kind().key());
        facts.put("subject.in_rules", question.inRules());
        facts.put("tag.name", tag(question));
        facts.put("now", question.now());
        people(question, facts);
        device(question, facts);
        app(question, facts);
        Offers.facts(question, facts);
        manner(question.manner(), facts);
        recent(question.recent(), facts);
        return facts;
    }

    private static void people(Question question, Map<String, Object> facts) {
        facts.put("actor.is_owner", question.own());
        facts.put(
                "actor.roles",
                question.asker().roles().stream().map(Facts::word).sorted().toList());
        if (!question.actorUnknown()) {
            facts.put("actor.tags", tags(question.actor()));
            facts.put("actor.groups", question.actorGroups());
        }
        facts.put("owner.known", question.owner() != null);
        if (!question.ownerUnknown()) {
            facts.put("owner.tags", tags(question.owner()));
            facts.put("owner.groups", question.ownerGroups());
        }
    }

    private static List<String> tags(@Nullable MdmUser user) {
        return user == null ? List.of() : user.tags();
    }

    private static void device(Question question, Map<String, Object> facts) {
        FleetDevice device = question.subject().device();
        facts.put("device.platform", device == null ? "" : word(device.platform()));
        facts.put("device.model", device == null || device.model() == null ? "" : device.model());
        facts.put("device.os_version", device == null || device.osVersion() == null ? "" : device.osVersion());
        facts.put(
                "device.last_contact",
                device == null || device.lastContact() == null ? Instant.EPOCH : device.lastContact());
        facts.put("device.tags", device == null ? List.of() : device.tags());
        facts.put("device.lost", question.lost());
        facts.put("device.awaits_erasure", question.awaits());
    }

    private static void app(Question question, Map<String, Object> facts) {
        CatalogueApp app = question.app();
        FleetDevice device = question.subject().device();
        facts.put("app.offered", app != null && app.offered());
        facts.put("app.fits", app != null && device != null && app.platform() == device.platform());
        facts.put("app.approval", app == null ? "" : word(app.approval()));
        facts.put("app.package", app == null ? "" : app.packageId());
    }

    private static void manner(Manner manner, Map<String, Object> facts) {
        facts.put("request.reason_given", manner.reasonGiven());
        facts.put("request.on_behalf", manner.onBehalf());
        facts.put("request.ticket", manner.ticket() == null ? "" : manner.ticket());
        facts.put("request.lasts", manner.lasts() == null ? Duration.ZERO : manner.lasts());
        facts.put("request.cannot_sign_in", manner.cannotSignIn());
    }

    private static void recent(Recent recent, Map<String, Object> facts) {
        facts.put("recent.actor_hour", recent.actorHour());
        facts.put("recent.actor_day", recent.actorDay());
        facts.put("recent.subject_day", recent.subjectDay());
        facts.put("recent.owner_day", recent.ownerDay());
        facts.put("recent.company_hour", recent.companyHour());
        facts.put("recent.company_day", recent.companyDay());
    }

    private static String tag(Question question) {
        return switch (question.wanted()) {
            case Action.PutTag(var id, var name) -> name;
            case Action.TakeTag(var id, var name) -> name;
            case Action.PutUserTag(var id, var name) -> name;
            case Action.TakeUserTag(var id, var name) -> name;
            default -> question.subject() instanceof Subject.OfTag tag ? tag.name() : "";
        };
    }

    private static Map<String, Object> plain() {
        Map<String, Object> plain = new HashMap<>();
        TYPES.forEach((name, type) -> plain.put(
                name,
                switch (type.kind()) {
                    case BOOL -> false;
                    case INT -> 0L;
                    case LIST -> List.of();
                    case TIMESTAMP -> Instant.EPOCH;
                    case DURATION -> Duration.ZERO;
                    default -> "";
                }));
        plain.put("actor.roles", List.of("employee"));
        plain.put("subject.kind", "device");
        plain.put("device.platform", "ios");
        plain.put("owner.known", true);
        // A Monday at noon in Sweden.
        plain.put("now", Instant.parse("2026-01-12T11:00:00Z"));
        return Map.copyOf(plain);
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Facts::word).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> with(String word, Set<String> words) {
        return Stream.concat(words.stream(), Stream.of(word)).collect(Collectors.toUnmodifiableSet());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
