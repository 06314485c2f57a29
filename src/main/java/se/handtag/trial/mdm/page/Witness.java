package se.handtag.trial.mdm.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.store.FirstImport;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Fault;
import se.handtag.trial.mdm.wire.Faults;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.Sights;
import se.handtag.trial.mdm.world.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What tests ask and tell, as JSON under {@code /witness}:
 *
 * <ul>
 *   <li>{@code GET journal?after=} — entries after a number, oldest first, at most a thousand
 *   <li>{@code GET devices?find=} — up to 1000 devices; {@code GET devices/{id}} — one with apps and commands
 *   <li>{@code POST devices/{id}/online}, {@code POST devices/{id}/offline}
 *   <li>{@code POST tick} — every device that is online makes contact now
 *   <li>{@code POST start-over} — forgets all that has happened, the journal too, and starts from the company again
 *   <li>{@code GET faults}; {@code POST faults} with <code>{kind, millis, status, count, path, method}</code>, all but
 *       {@code kind} optional; {@code DELETE faults} — all off
 * </ul>
 */
public final class Witness {
    private static final int MOST_DEVICES = 1_000;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Journal journal;
    private final Sights sights;
    private final World world;
    private final Faults faults;
    private final FirstImport company;

    /** A witness of these. */
    public Witness(Journal journal, Sights sights, World world, Faults faults, FirstImport company) {
        this.journal = journal;
        this.sights = sights;
        this.world = world;
        this.faults = faults;
        this.company = company;
    }

    /** Answers a call whose path starts with {@code witness}. */
    public Answer answer(Call call) throws IOException {
        SameSite.check(call);
        List<String> path = call.path();
        return switch (call.method() + " " + (path.size() > 1 ? path.get(1) : "") + " " + path.size()) {
            case "GET journal 2" -> journal(call);
            case "GET devices 2" -> {
                call.query().allowOnly(Set.of("find"));
                yield json(sights.find(call.query().text("find"), MOST_DEVICES));
            }
            case "GET devices 3" -> device(device(path));
            case "POST devices 4" -> switched(device(path), path.get(3));
            case "POST tick 2" -> {
                world.tick();
                yield json(Map.of("ticked", true));
            }
            case "POST start-over 2" -> {
                faults.clear();
                world.startOver(company);
                yield json(Map.of("startedOver", true));
            }
            case "GET faults 2" -> json(faults.on().stream().map(FaultShown::of).toList());
            case "POST faults 2" -> {
                faults.add(fault(call.wholeBody()));
                yield json(faults.on().stream().map(FaultShown::of).toList());
            }
            case "DELETE faults 2" -> {
                faults.clear();
                yield json(List.of());
            }
            default -> throw Refused.unknown("The witness has no such address.");
        };
    }

    private Answer journal(Call call) {
        call.query().allowOnly(Set.of("after"));
        Integer after = call.query().integer("after");
        return json(journal.after(after == null ? 0 : after));
    }

    private Answer device(UUID id) {
        Sights.Whole whole = sights.whole(id);
        if (whole == null) {
            throw Refused.unknown("There is no device " + id + ".");
        }
        return json(whole);
    }

    private Answer switched(UUID id, String how) {
        boolean there = switch (how) {
            case "online" -> world.online(id);
            case "offline" -> world.offline(id);
            default -> throw Refused.unknown("The witness has no such address.");
        };
        if (!there) {
            throw Refused.unknown("There is no device " + id + ".");
        }
        return device(id);
    }

    private static UUID device(List<String> path) {
        try {
            return UUID.fromString(path.get(2));
        } catch (IllegalArgumentException noId) {
            throw Refused.malformed("The id in the address is not a GUID.");
        }
    }

    private static Fault fault(byte[] body) {
        try {
            FaultShown wanted = STRICT.readValue(body, FaultShown.class);
            return wanted.fault();
        } catch (JacksonException notAFault) {
            throw Refused.malformed(
                    "A fault is a JSON object with kind, and millis, status, count, path, method at will.");
        }
    }

    private static Answer json(Object value) {
        return Answer.json(JsonMapper.shared().writeValueAsBytes(value));
    }

    /** A fault in JSON. */
    private record FaultShown(
            @Nullable String kind,
            @Nullable Long millis,
            @Nullable Integer status,
            @Nullable Integer count,
            @Nullable String path,
            @Nullable String method) {

        static FaultShown of(Fault fault) {
            return new FaultShown(
                    fault.kind().label(),
                    fault.time().toMillis(),
                    fault.status(),
                    fault.count(),
                    fault.path(),
                    fault.method());
        }

        Fault fault() {
            if (kind == null) {
                throw Refused.malformed("The fault's kind is missing.");
            }
            return Fault.of(Fault.Kind.of(kind), millis, status, count, path, method);
        }
    }
}
