package se.handtag.requests;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.requests.Proposal.Agreed;
import se.handtag.requests.Proposal.Outcome;
import se.handtag.requests.Proposal.ProposalsChanged;

/**
 * Changes what IT sets: what makes it stricter at once, what opens it once a second person of IT has agreed. Every method is
 * for IT.
 */
@Component
public class SecondPerson {
    private final ProposalStore store;
    private final ObjectProvider<Guarded> settings;
    private final Humans humans;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SecondPerson(
            ProposalStore store,
            ObjectProvider<Guarded> settings,
            Humans humans,
            AuditLog log,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.settings = settings;
        this.humans = humans;
        this.log = log;
        this.transaction = transaction;
        this.events = events;
    }

    /** What waits, the newest first. */
    public List<Proposal> waiting(Person person) {
        only(person);
        return store.all();
    }

    /** What waits for one thing. */
    public Optional<Proposal> waiting(Person person, String kind, String key) {
        only(person);
        return store.find(kind, key);
    }

    /** Changes a setting or proposes to. What waited for the same one is replaced. */
    public Outcome change(Actor actor, String kind, String key, String label, SortedMap<String, String> after) {
        only(actor.person());
        Set<String> marks = humans.marks(actor.person());
        return Objects.requireNonNull(transaction.execute(_ -> change(actor, marks, kind, key, label, after)));
    }

    private Outcome change(
            Actor actor, Set<String> marks, String kind, String key, String label, SortedMap<String, String> after) {
        store.hold(kind, key);
        Guarded setting = setting(kind);
        SortedMap<String, String> before = setting.now(key);
        if (before.equals(after)) {
            return Outcome.SAME;
        }
        Optional<UUID> replaced = store.drop(kind, key);
        events.publishEvent(new ProposalsChanged(kind, key));
        AuditEntry entry = setting.record(key, label)
                .by(actor)
                .mark("replaces", replaced.map(UUID::toString).orElse(null))
                .fact("before", before.toString())
                .fact("after", after.toString());
        if (setting.looser(before, after)) {
            UUID id = store.insert(actor.person(), marks, kind, key, label, before, after);
            log.append(entry.outcome("needs approval").step(step(id, "proposed")));
            return Outcome.WAITS;
        }
        setting.set(key, label, after);
        setting.changed(marks);
        log.append(entry.outcome("allowed"));
        return Outcome.DONE;
    }

    /** Agrees to what somebody else has proposed. */
    public Agreed agree(Actor actor, UUID id) {
        only(actor.person());
        Set<String> marks = humans.marks(actor.person());
        Optional<Proposal> hindered =
                store.find(id).filter(proposal -> !setting(proposal.kind()).possible(proposal.key()));
        if (hindered.isPresent()) {
            return notNow(actor, hindered.get());
        }
        try {
            return Objects.requireNonNull(transaction.execute(_ -> agree(actor, marks, id)));
        } catch (Guarded.Hindered meanwhile) {
            return store.find(id).map(proposal -> notNow(actor, proposal)).orElse(Agreed.GONE);
        }
    }

    private Agreed notNow(Actor actor, Proposal proposal) {
        transaction.executeWithoutResult(_ -> log.append(record(actor, proposal, "denied")));
        return Agreed.NOT_NOW;
    }

    private Agreed agree(Actor actor, Set<String> marks, UUID id) {
        Optional<Proposal> seen = store.find(id);
        seen.ifPresent(proposal -> store.hold(proposal.kind(), proposal.key()));
        Optional<Proposal> found = store.find(id);
        if (found.isEmpty()) {
            return Agreed.GONE;
        }
        Proposal proposal = found.get();
        Set<String> both = new TreeSet<>(store.marks(id));
        if (Humans.same(marks, both)) {
            log.append(record(actor, proposal, "denied"));
            return Agreed.SAME_PERSON;
        }
        both.addAll(marks);
        store.drop(proposal.kind(), proposal.key());
        events.publishEvent(new ProposalsChanged(proposal.kind(), proposal.key()));
        Guarded setting = setting(proposal.kind());
        if (!setting.now(proposal.key()).equals(proposal.before())) {
            recordEnd(actor, proposal, "overtaken");
            return Agreed.GONE;
        }
        setting.set(proposal.key(), proposal.label(), proposal.after());
        setting.changed(both);
        recordEnd(actor, proposal, "approved");
        return Agreed.DONE;
    }

    /** Takes back one's own, or turns down another's. */
    public void drop(Actor actor, UUID id) {
        only(actor.person());
        transaction.executeWithoutResult(_ -> store.find(id).ifPresent(proposal -> {
            store.hold(proposal.kind(), proposal.key());
            if (store.drop(id)) {
                events.publishEvent(new ProposalsChanged(proposal.kind(), proposal.key()));
                recordEnd(actor, proposal, "rejected");
            }
        }));
    }

    private void recordEnd(Actor actor, Proposal proposal, String outcome) {
        log.append(record(actor, proposal, outcome).step(step(proposal.id(), "ended")));
    }

    private AuditEntry record(Actor actor, Proposal proposal, String outcome) {
        return setting(proposal.kind())
                .record(proposal.key(), proposal.label())
                .by(actor)
                .onBehalfOf(proposal.by(), proposal.byName())
                .outcome(outcome)
                .fact("before", proposal.before().toString())
                .fact("after", proposal.after().toString());
    }

    private static String step(UUID proposal, String what) {
        return "proposal/" + proposal + "/" + what;
    }

    private Guarded setting(String kind) {
        return settings.stream()
                .filter(setting -> setting.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing is guarded under " + kind));
    }

    private static void only(Person person) {
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("What people may do is set by IT");
        }
    }
}
