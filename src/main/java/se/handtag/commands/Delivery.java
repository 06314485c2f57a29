package se.handtag.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditLog;
import se.handtag.audit.EntryId;
import se.handtag.mdm.MdmException;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Policy;
import se.handtag.policy.Subject;

/** Takes a command one step further. The call to the MDM stands between two transactions, never inside one. */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration SOONEST = Duration.ofSeconds(2);
    private static final Duration LATEST_SENDING = Duration.ofMinutes(1);

    private final CommandStore store;
    private final CommandSteps steps;
    private final Subjects subjects;
    private final Policy policy;
    private final Wire wire;
    private final Following following;
    private final AuditLog log;
    private final Clock clock;

    Delivery(
            CommandStore store,
            CommandSteps steps,
            Subjects subjects,
            Policy policy,
            Wire wire,
            Following following,
            AuditLog log,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.subjects = subjects;
        this.policy = policy;
        this.wire = wire;
        this.following = following;
        this.log = log;
        this.clock = clock;
    }

    /** What the scheduler is to do with the command after this step. */
    sealed interface Next {

        /** Nothing more. */
        record Done() implements Next {}

        /** Come back then. */
        record Again(Instant at) implements Next {}
    }

    Next next(CommandId id) {
        Optional<Command> found = store.find(id);
        if (found.isEmpty()) {
            return new Next.Done();
        }
        Command command = found.get();
        return switch (command.state()) {
            case DUE -> checkAndSend(command);
            case SENDING -> pickUp(command);
            case ACCEPTED, CONTACT_SINCE -> following.follow(command);
            case UNKNOWN, EFFECT_SEEN, NOT_VERIFIABLE, REFUSED, CANCELLED, SETTLED_DONE, SETTLED_NOT_DONE ->
                new Next.Done();
        };
    }

    /** The portal was cut off between the intent and the outcome. */
    private Next pickUp(Command command) {
        if (mayRepeat(command)) {
            steps.dueAgain(command, "unknown, sent again", "cut-off");
            return again(command);
        }
        steps.move(command, CommandState.UNKNOWN, "cut-off", null);
        return new Next.Done();
    }

    private Next checkAndSend(Command command) {
        Subject subject;
        boolean nothingToTake;
        try {
            Optional<Subject> now = subjects.readNow(command.subject());
            if (now.isEmpty()) {
                steps.move(
                        command,
                        CommandState.CANCELLED,
                        command.subject().kind().key() + "-gone",
                        null);
                return new Next.Done();
            }
            subject = now.get();
            nothingToTake = wire.nothingToTake(subject, command.action());
        } catch (MdmException away) {
            return waitForMdm(command, away);
        }
        if (nothingToTake) {
            steps.move(command, CommandState.EFFECT_SEEN, "so-already", null);
            return new Next.Done();
        }
        if (!Objects.equals(subject.owner(), command.owner())) {
            steps.move(command, CommandState.CANCELLED, "owner-changed", null);
            return new Next.Done();
        }
        var asker = new Asker(command.by(), command.roles(), command.self());
        Decision decision = policy.again(asker, subject, command.action(), command.request())
                .decision();
        if (decision.denied() || (decision.needsApproval() && !command.approved())) {
            steps.cancelByRules(command, decision);
            return new Next.Done();
        }
        EntryId intent = steps.intend(command, decision);
        if (intent == null) {
            return new Next.Done();
        }
        log.awaitDurable(intent);
        return send(command);
    }

    private Next send(Command command) {
        String created;
        try {
            created = wire.send(command.subject(), command.action());
        } catch (MdmException failed) {
            return failed(command, failed);
        }
        awaitDurable(steps.answered(command, CommandState.ACCEPTED, null, created));
        return new Next.Again(clock.instant().plus(SOONEST));
    }

    private Next failed(Command command, MdmException failed) {
        LOG.info("Command {} was not accepted: {}", command.id(), failed.getMessage());
        if (failed.certainlyNotDone()) {
            return switch (failed) {
                case MdmException.Unavailable _,
                        MdmException.TimedOut _,
                        MdmException.Unauthorised _,
                        MdmException.Malformed _ -> {
                    steps.dueAgain(command, "not sent", note(failed));
                    yield again(command);
                }
                case MdmException.NotFound _,
                        MdmException.Refused _,
                        MdmException.Ambiguous _,
                        MdmException.Invalid _ -> {
                    awaitDurable(steps.answered(command, CommandState.REFUSED, "mdm-refused", failed.reason()));
                    yield new Next.Done();
                }
            };
        }
        if (mayRepeat(command)) {
            steps.dueAgain(command, "unknown, sent again", note(failed));
            return again(command);
        }
        awaitDurable(steps.answered(command, CommandState.UNKNOWN, note(failed), null));
        return new Next.Done();
    }

    private void awaitDurable(@Nullable EntryId outcome) {
        if (outcome != null) {
            log.awaitDurable(outcome);
        }
    }

    /** Nothing was sent: the command stays due, and its ladder says so once. */
    private Next waitForMdm(Command command, MdmException away) {
        steps.waiting(command, note(away));
        return again(command);
    }

    /** Not counting the attempt under way, which the record loaded before it does not know of. */
    private boolean mayRepeat(Command command) {
        return command.action().kind().repeatable() && command.attempts() + 1 < MOST_ATTEMPTS;
    }

    private Next again(Command command) {
        Duration waited = Duration.between(command.placedAt(), clock.instant());
        Duration pause = waited.dividedBy(4);
        if (pause.compareTo(SOONEST) < 0) {
            pause = SOONEST;
        }
        return new Next.Again(clock.instant().plus(pause.compareTo(LATEST_SENDING) > 0 ? LATEST_SENDING : pause));
    }

    private static String note(MdmException problem) {
        return switch (problem) {
            case MdmException.TimedOut _ -> "mdm-slow";
            case MdmException.Unauthorised _ -> "mdm-login";
            default -> "mdm-away";
        };
    }
}
