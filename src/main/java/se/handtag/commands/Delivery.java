package se.handtag.commands;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditLog;
import se.handtag.audit.EntryId;
import se.handtag.mdm.MdmException;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Decision;

/** Takes a command one step further. The call to the MDM stands between two transactions, never inside one. */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration SOONEST = Duration.ofSeconds(2);
    /** After each call of which nobody knows what became of it, so many times longer. */
    private static final int SLOWER = 4;

    private static final Duration WHILE_BUSY = Duration.ofSeconds(1);
    /** What an MDM says beyond that is not taken for an answer to when it is back. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final Pauses PAUSES = new Pauses(SOONEST, Duration.ofMinutes(1));

    private final CommandStore store;
    private final CommandSteps steps;
    private final BeforeSending before;
    private final Line line;
    private final Wire wire;
    private final Following following;
    private final Queue queue;
    private final StopSwitch stop;
    private final AuditLog log;
    private final Clock clock;

    Delivery(
            CommandStore store,
            CommandSteps steps,
            BeforeSending before,
            Line line,
            Wire wire,
            Following following,
            Queue queue,
            StopSwitch stop,
            AuditLog log,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.before = before;
        this.line = line;
        this.wire = wire;
        this.following = following;
        this.queue = queue;
        this.stop = stop;
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

    /**
     * The next step of a command, and what is to happen after it. Where the step was to be its last but somebody else has moved
     * the command on meanwhile, such as a node that was held to be dead and was not, it is looked at again.
     */
    Next next(CommandId id) {
        Next next = step(id);
        return next instanceof Next.Done && goesOn(id)
                ? new Next.Again(clock.instant().plus(SOONEST))
                : next;
    }

    /** Whether more is to come of the command by itself. */
    private boolean goesOn(CommandId id) {
        return store.find(id)
                .filter(command -> switch (command.state()) {
                    case HELD -> command.heldUntil() != null && !command.beyondLimit();
                    case UNKNOWN -> false;
                    default -> !command.state().ended();
                })
                .isPresent();
    }

    private Next step(CommandId id) {
        Optional<Command> found = store.find(id);
        if (found.isEmpty()) {
            return new Next.Done();
        }
        Command command = found.get();
        return switch (command.state()) {
            case HELD -> endOfHold(command);
            case DUE -> checkAndSend(command);
            case SENDING -> pickUp(command);
            case ACCEPTED, CONTACT_SINCE -> following.follow(command);
            case UNKNOWN,
                    EFFECT_SEEN,
                    NOT_VERIFIABLE,
                    CONTRADICTED,
                    REFUSED,
                    CANCELLED,
                    SETTLED_DONE,
                    SETTLED_NOT_DONE -> new Next.Done();
        };
    }

    private Next endOfHold(Command command) {
        Instant until = command.heldUntil();
        if (until == null || command.beyondLimit()) {
            return new Next.Done();
        }
        if (clock.instant().isBefore(until)) {
            return new Next.Again(until);
        }
        steps.move(command, CommandState.DUE, "hold-over", null);
        return new Next.Again(clock.instant());
    }

    /** The portal was cut off between the intent and the outcome. */
    private Next pickUp(Command command) {
        if (mayRepeat(command)) {
            steps.unsure(command, "cut-off");
            return slower(command);
        }
        steps.move(command, CommandState.UNKNOWN, "cut-off", null);
        return new Next.Done();
    }

    private Next checkAndSend(Command command) {
        Check check;
        try {
            check = before.look(command);
        } catch (MdmException away) {
            line.failed(away);
            String note = note(away);
            if (note == null) {
                return new Next.Again(clock.instant().plus(WHILE_BUSY));
            }
            steps.waiting(command, note);
            return again(command, away);
        }
        return switch (check) {
            case Check.Send(var decision, var contact) -> send(command, decision, contact);
            case Check.Cancel(var note, var shown) -> {
                steps.unsent(command, shown, note);
                yield new Next.Done();
            }
            case Check.SoAlready(var note) -> {
                steps.move(command, CommandState.EFFECT_SEEN, note, null);
                yield new Next.Done();
            }
            case Check.ByRules(var decision, var shown) -> {
                steps.cancelByRules(command, shown, decision);
                yield new Next.Done();
            }
            case Check.Later(var note, var pause) -> {
                if (note != null) {
                    steps.waiting(command, note);
                }
                // Whoever was looked at while the outage ended is not in its place in the queue otherwise.
                boolean back = "mdm-away".equals(note) && !line.isDown();
                yield new Next.Again(back ? clock.instant() : clock.instant().plus(pause));
            }
            case Check.Hold(var hold, var decision, var lock) -> {
                Instant until = clock.instant().plus(hold);
                steps.hold(command, until, decision, lock);
                yield new Next.Again(until);
            }
            case Check.Beyond() -> {
                steps.holdBeyondLimit(command);
                yield new Next.Done();
            }
        };
    }

    private Next send(Command command, Decision decision, @Nullable Instant contact) {
        if (log.isHeldBack()) {
            before.notSent(command);
            steps.waiting(command, "log-away");
            return again(command);
        }
        EntryId intent = steps.intend(command, decision, contact);
        if (intent == null) {
            // Called off, or the switch was turned, between the look and the step.
            before.notSent(command);
            return new Next.Again(clock.instant().plus(SOONEST));
        }
        try {
            log.awaitDurable(intent);
        } catch (DataAccessException notOnRecord) {
            LOG.warn("Command {} was not sent: {}", command.id(), notOnRecord.getMessage());
            steps.notSent(command, "log-away");
            return again(command);
        }
        if (command.action().kind().destructive() && stop.now().isPresent()) {
            steps.notSent(command, "stopped");
            return again(command);
        }
        if (!store.isAtAttempt(command.id(), command.attempts() + 1)) {
            // This node stood still for so long that another took the call to be cut off.
            LOG.warn("Command {} was not sent: it was taken up meanwhile", command.id());
            return new Next.Done();
        }
        String created;
        try {
            created = wire.send(command.subject(), command.action());
        } catch (MdmException failed) {
            return failed(command, failed);
        } finally {
            // Nothing comes between a lock's record and its call.
            if (command.action().kind() == ActionKind.LOCK) {
                queue.afterLock(BeforeSending.SOON);
            }
        }
        awaitDurable(steps.answered(command, CommandState.ACCEPTED, null, created));
        return new Next.Again(clock.instant().plus(SOONEST));
    }

    private Next failed(Command command, MdmException failed) {
        LOG.info("Command {} was not accepted: {}", command.id(), failed.getMessage());
        line.failed(failed);
        if (failed.certainlyNotDone()) {
            return switch (failed) {
                case MdmException.Unavailable _,
                        MdmException.TimedOut _,
                        MdmException.Unauthorised _,
                        MdmException.Malformed _ -> {
                    String note = note(failed);
                    steps.notSent(command, note);
                    yield note == null ? new Next.Again(clock.instant().plus(WHILE_BUSY)) : again(command, failed);
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
            steps.unsure(command, unanswered(failed, "sent-again"));
            return slower(command);
        }
        awaitDurable(steps.answered(command, CommandState.UNKNOWN, unanswered(failed, "answer-lost"), null));
        return new Next.Done();
    }

    private void awaitDurable(@Nullable EntryId outcome) {
        if (outcome != null) {
            log.awaitDurable(outcome);
        }
    }

    /** What certainly was not done does not count: only so many calls may have come to pass without anybody's knowing. */
    private static boolean mayRepeat(Command command) {
        return command.action().kind().repeatable() && command.unsure() + 1 < MOST_ATTEMPTS;
    }

    private Next slower(Command command) {
        return new Next.Again(clock.instant().plus(SOONEST.multipliedBy((long) Math.pow(SLOWER, command.unsure()))));
    }

    /** Not before the MDM wants to be asked again. */
    private Next again(Command command, MdmException failed) {
        Duration wait = failed instanceof MdmException.Unavailable unavailable ? unavailable.retryAfter() : null;
        Instant next = PAUSES.next(command.placedAt(), clock.instant());
        Instant wanted = clock.instant().plus(wait == null || wait.compareTo(LONGEST_WAIT) > 0 ? Duration.ZERO : wait);
        return new Next.Again(wanted.isAfter(next) ? wanted : next);
    }

    private Next again(Command command) {
        return new Next.Again(PAUSES.next(command.placedAt(), clock.instant()));
    }

    /** What the ladder says of a call that may have come to pass: never that it will be sent, for it was. */
    private static String unanswered(MdmException problem, String otherwise) {
        return problem instanceof MdmException.TimedOut ? "mdm-slow" : otherwise;
    }

    /** What the ladder says of it, null for nothing: that this node is busy for a moment is nobody's concern. */
    private static @Nullable String note(MdmException problem) {
        return switch (problem) {
            case MdmException.Unavailable unavailable when unavailable.busy() -> null;
            case MdmException.TimedOut _ -> "mdm-slow";
            case MdmException.Unauthorised _ -> "mdm-login";
            default -> "mdm-away";
        };
    }
}
