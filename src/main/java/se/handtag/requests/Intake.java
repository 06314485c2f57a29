package se.handtag.requests;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditLog;
import se.handtag.commands.CommandRecords;
import se.handtag.commands.Commands;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Decision;
import se.handtag.policy.Policy;
import se.handtag.policy.Question;
import se.handtag.policy.Ruling;
import se.handtag.policy.Stage;

/** Takes in what the rules have decided about: as a request that waits, or as one that is on its way at once. */
@Component
class Intake {
    private static final Duration HOUR = Duration.ofHours(1);

    private final RequestStore store;
    private final Policy policy;
    private final Approvers approvers;
    private final MdmUsers users;
    private final Humans humans;
    private final Deadlines deadlines;
    private final RequestSettings settings;
    private final SignInProof proof;
    private final Commands commands;
    private final SchedulerClient scheduler;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Intake(
            RequestStore store,
            Policy policy,
            Approvers approvers,
            MdmUsers users,
            Humans humans,
            Deadlines deadlines,
            RequestSettings settings,
            SignInProof proof,
            Commands commands,
            SchedulerClient scheduler,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.policy = policy;
        this.approvers = approvers;
        this.users = users;
        this.humans = humans;
        this.deadlines = deadlines;
        this.settings = settings;
        this.proof = proof;
        this.commands = commands;
        this.scheduler = scheduler;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Puts the decision on record, whatever it is, and keeps what it allows. Part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Asked take(Wish wish, Ruling ruled) {
        Stage colleague = colleague(wish.action(), ruled);
        Ruling ruling = Bounds.within(wish, ruled, colleague != null);
        Decision decision = ruling.decision();
        if (decision.denied()) {
            log.append(record(wish, ruling, null));
            policy.keep(ruling, wish.actor().person().name(), null);
            return new Asked.Denied(decision);
        }
        var person = wish.actor().person();
        var same = store.same(person.id(), wish.subject(), wish.action());
        if (same.isPresent()) {
            return new Asked.AskedAlready(same.get().id());
        }
        if (isTooMuch(wish)) {
            log.append(record(wish, ruling, null).outcome("too many"));
            return new Asked.TooMany();
        }
        boolean fresh = needsFreshSignIn(wish, decision);
        if (fresh
                && !wish.cannotSignIn()
                && !proof.spend(person, wish.action().kind().key())) {
            return new Asked.SignInFirst();
        }
        List<Stage> stages = new ArrayList<>(decision.stages());
        if (colleague != null) {
            // Both agree before anybody else is asked.
            stages.addFirst(colleague);
        }
        if (fresh && wish.cannotSignIn()) {
            stages.add(Stage.IT);
        }
        var id = new RequestId(UUID.randomUUID());
        Routing routing = routing(person, stages, ruling.question());
        Request request = request(id, wish, ruling, stages, routing);
        if (!store.insert(request, routing)) {
            // The same person pressed twice at the same moment, and the other press came first.
            return store.same(person.id(), wish.subject(), wish.action())
                    .<Asked>map(first -> new Asked.AskedAlready(first.id()))
                    .orElseThrow();
        }
        log.append(record(wish, ruling, id));
        policy.keep(ruling, person.name(), id.value());
        return start(request);
    }

    /** Of IT, who does things for many at once, commands have their limits; and a lock is never too much. */
    private boolean isTooMuch(Wish wish) {
        var person = wish.actor().person();
        int most = settings.askedAnHour();
        return wish.action().kind() != ActionKind.LOCK
                && !person.is(Role.IT)
                && store.askedSince(person.id(), clock.instant().minus(HOUR), most) >= most;
    }

    private Asked start(Request request) {
        scheduler.scheduleIfNotExists(
                RequestConfiguration.DEADLINE.instance(request.id().toString()).scheduledTo(deadlines.first(request)));
        events.publishEvent(new Request.RequestChanged(request.id(), request.by(), request.state()));
        if (request.waiting()) {
            return new Asked.Waiting(request.id());
        }
        commands.place(request.order());
        return new Asked.OnItsWay(request.id());
    }

    /** Whom a person hands their device over to; null when they do not, or nobody could ask whoever gets it. */
    private @Nullable Stage colleague(Action action, Ruling ruling) {
        return action instanceof Action.HandOver over && Bounds.bothAgree(ruling)
                ? users.find(over.to())
                        .map(MdmUser::email)
                        .<Stage>map(address -> new Stage.Receiver(address.toLowerCase(Locale.ROOT)))
                        .orElse(null)
                : null;
    }

    /** Whoever has lost a phone must not be kept from locking it. */
    private static boolean needsFreshSignIn(Wish wish, Decision decision) {
        return decision.needsFreshSignIn() && wish.action().kind() != ActionKind.LOCK;
    }

    private Routing routing(Person person, List<Stage> stages, Question question) {
        Set<String> concerned = new TreeSet<>(humans.marks(person));
        concerned.addAll(Humans.marks(question.owner()));
        Above above = approvers.above(person, question);
        var line = stages.stream()
                .map(stage -> approvers.line(stage, above, concerned))
                .toList();
        return new Routing(0, 0, clock.instant(), false, concerned, line, List.of());
    }

    private Request request(RequestId id, Wish wish, Ruling ruling, List<Stage> stages, Routing routing) {
        Person person = wish.actor().person();
        Decision decision = ruling.decision();
        var owner = ruling.question().owner();
        Instant now = clock.instant();
        boolean waits = !stages.isEmpty();
        var first = waits
                ? Route.at(routing, 0, 0, stages.getFirst(), store.departed()).candidates()
                : new Candidates(Set.of(), false);
        return new Request(
                id,
                waits ? Request.State.WAITING : Request.State.APPROVED,
                person.id(),
                person.name(),
                person.roles(),
                wish.self(),
                owner == null ? null : owner.name(),
                wish.forUser(),
                wish.subject(),
                wish.action(),
                wish.reason(),
                decision.reasons(),
                stages,
                needsFreshSignIn(wish, decision),
                needsFreshSignIn(wish, decision) || wish.action().kind() == ActionKind.WIPE,
                List.of(),
                List.of(),
                List.of(),
                first.addresses(),
                first.it(),
                now,
                now.plus(settings.decideWithin()),
                waits ? null : now.plus(settings.executeWithin()));
    }

    private static AuditEntry record(Wish wish, Ruling ruling, @Nullable RequestId id) {
        return CommandRecords.decision(wish.actor(), wish.action(), ruling)
                .request(id == null ? null : id.value())
                .fact("signIn", id != null && wish.cannotSignIn() ? "a second person instead" : null)
                .fact("ticket", wish.ticket())
                .fact("reason", wish.reason());
    }
}
