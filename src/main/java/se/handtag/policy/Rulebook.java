package se.handtag.policy;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.Longest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;

/**
 * The versions of the rules and what becomes one. Every method is for IT.
 *
 * <p>Who may publish is decided here and not by the rules: rules that guarded themselves could be the first to fall.
 */
@Component
public class Rulebook {
    static final String ACTION = "publish-rules";
    static final Reason BY_IT =
            new Reason("rules-by-it", Effect.ALLOW, new Explanation("IT publishes rules.", "It publicerar regler."));
    static final Reason SECOND = new Reason(
            "looser-needs-second-person",
            Effect.NEEDS_APPROVAL,
            new Explanation(
                    "Rules that let more pass need a second person of IT.",
                    "Regler som släpper igenom mer kräver en andra person på it."));

    private final RulesInForce inForce;
    private final RuleVersions versions;
    private final RuleDrafts drafts;
    private final HumanMarks humans;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rulebook(
            RulesInForce inForce,
            RuleVersions versions,
            RuleDrafts drafts,
            HumanMarks humans,
            AuditLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.inForce = inForce;
        this.versions = versions;
        this.drafts = drafts;
        this.humans = humans;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    public RuleVersion inForce(Person person) {
        only(person);
        return versions.get(versions.newest().orElseThrow());
    }

    /** The newest first. */
    public List<RuleVersion> versions(Person person) {
        only(person);
        return versions.all();
    }

    /** Those that are neither published nor thrown away, the newest first. */
    public List<RuleDraft> drafts(Person person) {
        only(person);
        return drafts.unfinished();
    }

    /** A draft that is neither published nor thrown away. */
    public Optional<RuleDraft> draft(Person person, int id) {
        only(person);
        return drafts.find(id).filter(RuleDraft::unfinished);
    }

    /** Whether this is the person who wants to publish a draft, under whatever account. */
    public boolean isAskedBy(Person person, RuleDraft draft) {
        only(person);
        return draft.isAskedBy(humans.marks(person));
    }

    /** A new draft, equal to a version. */
    @Transactional
    public RuleDraft begin(Person person, int version) {
        only(person);
        RuleVersion from = versions.get(version);
        int id = drafts.insert(person, versions.newest().orElseThrow(), from.rules(), from.tests());
        return drafts.find(id).orElseThrow();
    }

    /**
     * Keeps a draft's text. Whoever wanted to publish the text before has to ask again.
     *
     * @param seen the hash of the text that was changed
     * @return the draft, empty when it is finished or somebody else has changed it since
     */
    @Transactional
    public Optional<RuleDraft> save(Person person, int id, String seen, String rules, String tests) {
        only(person);
        Longest.RULES.demand(rules, tests);
        return drafts.lock(id)
                .filter(draft -> draft.unfinished() && draft.hash().equals(seen))
                .flatMap(_ -> {
                    drafts.change(id, person, versions.newest().orElseThrow(), rules, tests);
                    return drafts.find(id);
                });
    }

    @Transactional
    public void discard(Actor actor, int id) {
        only(actor.person());
        drafts.lock(id).filter(RuleDraft::unfinished).ifPresent(draft -> {
            drafts.finish(id, RuleDraft.State.DISCARDED);
            log.append(record(actor, draft).outcome("discarded"));
        });
    }

    public RuleCheck check(Person person, String rules, String tests) {
        only(person);
        Longest.RULES.demand(rules, tests);
        return RuleCheck.of(inForce.now(), rules, tests);
    }

    /**
     * Publishes a draft, or says what is in the way. The second person publishes what the first asked for in the same way.
     *
     * @param seen the hash of the text that was looked at
     * @param comment why; of the second person it is left aside
     */
    public Publishing publish(Actor actor, int id, String seen, String comment) {
        only(actor.person());
        Longest.REASON.demand(comment);
        Set<String> marks = humans.marks(actor.person());
        return Objects.requireNonNull(transaction.execute(_ -> publish(actor, marks, id, seen, comment)));
    }

    private Publishing publish(Actor actor, Set<String> marks, int id, String seen, String comment) {
        versions.lock();
        Optional<RuleDraft> found = drafts.lock(id);
        int newest = versions.newest().orElseThrow();
        if (found.isEmpty()
                || !found.get().unfinished()
                || !found.get().hash().equals(seen)
                || found.get().basedOn() != newest) {
            return new Publishing.ChangedMeanwhile();
        }
        RuleDraft draft = found.get();
        RuleCheck check = RuleCheck.of(inForce.now(), draft.rules(), draft.tests());
        if (!check.good()) {
            return new Publishing.NotGood(check);
        }
        if (draft.state() == RuleDraft.State.WAITING && draft.isAskedBy(marks)) {
            return new Publishing.SamePerson();
        }
        boolean looser = !check.looser().isEmpty();
        if (looser && draft.state() == RuleDraft.State.OPEN) {
            drafts.wait(id, actor.person(), marks, comment);
            log.append(record(actor, draft)
                    .outcome("needs approval")
                    .rules(List.of(SECOND.rule(), BY_IT.rule()))
                    .fact("comment", comment)
                    .fact("looser", names(check.looser())));
            return new Publishing.WaitsForSecond(drafts.find(id).orElseThrow());
        }
        return new Publishing.Published(publish(actor, draft, check, newest + 1, comment));
    }

    private RuleVersion publish(Actor actor, RuleDraft draft, RuleCheck check, int number, String comment) {
        Person person = actor.person();
        boolean second = draft.state() == RuleDraft.State.WAITING;
        boolean looser = !check.looser().isEmpty();
        String said = second && draft.comment() != null ? draft.comment() : comment;
        var version = new RuleVersion(
                number,
                draft.rules(),
                draft.tests(),
                draft.hash(),
                clock.instant(),
                second ? draft.askedByName() : person.name(),
                second ? person.name() : null,
                said,
                looser);
        versions.insert(version, second ? draft.askedBy() : person.id(), second ? person.id() : null);
        drafts.finish(draft.id(), RuleDraft.State.PUBLISHED);
        PersonId first = draft.askedBy();
        String firstName = draft.askedByName();
        var entry = record(actor, draft).outcome("allowed");
        log.append((second && first != null && firstName != null ? entry.onBehalfOf(first, firstName) : entry)
                .rules(second ? List.of(SECOND.rule(), BY_IT.rule()) : List.of(BY_IT.rule()))
                .fact("rulesVersion", String.valueOf(number))
                .fact("comment", said)
                .fact("looser", looser ? names(check.looser()) : null));
        return version;
    }

    private static AuditEntry record(Actor actor, RuleDraft draft) {
        return AuditEntry.of(AuditKind.RULES).by(actor).action(ACTION).fact("hash", draft.hash());
    }

    private static String names(List<Loosening> looser) {
        return looser.stream().map(Loosening::rule).distinct().collect(Collectors.joining(", "));
    }

    private static void only(Person person) {
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("Rules are for IT");
        }
    }
}
