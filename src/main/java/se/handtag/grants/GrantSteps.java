package se.handtag.grants;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandId;
import se.handtag.grants.Grant.State;
import se.handtag.requests.RequestLookup;

/** Takes a grant from one state to the next and puts that on record, as part of the caller's transaction. */
@Component
class GrantSteps {
    private static final Map<State, String> OUTCOMES = Map.of(
            State.RUNNING, "begun",
            State.REPLACED, "replaced",
            State.ENDING, "being taken back",
            State.ENDED, "ended",
            State.STUCK, "not taken back");

    private final GrantStore store;
    private final RequestLookup requests;
    private final AuditLog log;

    GrantSteps(GrantStore store, RequestLookup requests, AuditLog log) {
        this.store = store;
        this.requests = requests;
        this.log = log;
    }

    void run(Grant grant, Instant endsAt) {
        store.run(grant.id(), endsAt);
        log.append(entry(grant, State.RUNNING).mark("until", endsAt.toString()));
    }

    /** It is over, and that command takes it back. */
    void ending(Grant grant, CommandId takingBack, Instant now) {
        store.ending(grant.id(), takingBack, now);
        log.append(entry(grant, State.ENDING).command(takingBack.value()));
    }

    void end(Grant grant, State state, Instant now) {
        store.end(grant.id(), state, now);
        log.append(entry(grant, state));
    }

    /** Whatever runs for the same thing on the same subject, but for that one, counts no more. */
    void replace(String subject, String thing, @Nullable Grant but, State state, Instant now) {
        store.replace(subject, thing, but == null ? null : but.id(), state, now)
                .forEach(grant -> log.append(entry(grant, state)));
    }

    private AuditEntry entry(Grant grant, State state) {
        var request = requests.get(grant.request());
        return AuditEntry.of(AuditKind.DATA)
                .onBehalfOf(request.by(), request.byName())
                .affecting(request.subject().ownerKey())
                .subject(grant.subject(), null)
                .request(grant.request().value())
                .action("for-a-time")
                .outcome(OUTCOMES.getOrDefault(state, state.name()))
                .mark("thing", grant.thing())
                .step("grant/" + grant.id() + "/" + state);
    }
}
