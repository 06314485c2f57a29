package se.handtag.commands;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.EntryId;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.policy.Ruling;

/** Each method is one transaction: the step, its record in the log, and the word to whoever is watching. */
@Component
class CommandSteps {
    private final CommandStore store;
    private final Placing placing;
    private final Queue queue;
    private final StopSwitch stop;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommandSteps(
            CommandStore store,
            Placing placing,
            Queue queue,
            StopSwitch stop,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.placing = placing;
        this.queue = queue;
        this.stop = stop;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Commits the intent to send. Nothing may be sent before {@link AuditLog#awaitDurable} has returned for it.
     *
     * @param contact when the device was last in contact before, null when it is none or never was
     * @return the intent's record, null when the command is no longer due, or destroys and the switch says no
     */
    @Transactional
    public @Nullable EntryId intend(Command command, Decision decision, @Nullable Instant contact) {
        if (command.action().kind().destructive() && stop.isStopped()) {
            return null;
        }
        if (!store.move(
                command.id(),
                CommandState.DUE,
                step(CommandState.SENDING, null, contact == null ? null : contact.toString()))) {
            return null;
        }
        EntryId intent = log.appendAwaited(CommandRecords.about(AuditKind.INTENT, command)
                .step(CommandRecords.step(command, CommandState.SENDING))
                .outcome("sending")
                .rules(decision.ruleIds())
                .mark("rulesVersion", decision.version())
                .mark("attempt", Integer.toString(command.attempts() + 1)));
        tell(command, CommandState.SENDING, null);
        return intent;
    }

    /**
     * What the call that was intended came to; certain once {@link AuditLog#awaitDurable} has returned for it.
     *
     * @return the outcome's record, null when somebody else has moved the command on
     */
    @Transactional
    public @Nullable EntryId answered(
            Command command, CommandState state, @Nullable String note, @Nullable String detail) {
        Step answer = step(state, note, detail);
        if (!store.move(command.id(), CommandState.SENDING, answer) && !afterAll(command, answer)) {
            return null;
        }
        EntryId outcome = log.appendAwaited(entry(AuditKind.OUTCOME, command, state, note));
        tell(command, state, note);
        return outcome;
    }

    /** Another node took the call to be cut off, and nobody has settled it since: the MDM's own answer settles it. */
    private boolean afterAll(Command command, Step answer) {
        boolean known =
                answer.state() != CommandState.UNKNOWN && store.move(command.id(), CommandState.UNKNOWN, answer);
        if (known) {
            queue.enter(command.id(), command.action().kind());
        }
        return known;
    }

    /**
     * The command is due again, for the call was certainly not made or not carried out.
     *
     * @param note what its ladder says of it, null for nothing
     */
    @Transactional
    public void notSent(Command command, @Nullable String note) {
        dueAgain(command, "not sent", note);
    }

    /** The command is due again, for nobody knows what became of the call and repeating it does no harm. */
    @Transactional
    public void unsure(Command command, String note) {
        if (dueAgain(command, "unknown, sent again", note)) {
            store.countUnsure(command.id());
        }
    }

    private boolean dueAgain(Command command, String outcome, @Nullable String note) {
        boolean moved = store.move(command.id(), CommandState.SENDING, step(CommandState.DUE, note, null));
        if (moved) {
            log.append(entry(AuditKind.OUTCOME, command, CommandState.DUE, note).outcome(outcome));
            tell(command, CommandState.DUE, note);
        }
        return moved;
    }

    /** It cannot be sent now, so nothing was tried; said once, not at every try, and not of what was called off meanwhile. */
    @Transactional
    public void waiting(Command command, String note) {
        Step last = command.steps().getLast();
        if (!note.equals(last.note()) && store.isStill(command.id(), CommandState.DUE)) {
            store.addStep(command.id(), step(CommandState.DUE, note, null));
            log.append(entry(AuditKind.COMMAND_STEP, command, CommandState.DUE, note)
                    .step("command/" + command.id() + "/waiting/"
                            + command.steps().size()));
            tell(command, CommandState.DUE, note);
        }
    }

    /**
     * The command waits a while in which it can be called off.
     *
     * @param lock what the rules say to locking the device meanwhile, null for no lock
     */
    @Transactional
    public void hold(Command command, Instant until, Decision decision, @Nullable Ruling lock) {
        if (!store.move(command.id(), CommandState.DUE, step(CommandState.HELD, "hold", until.toString()))) {
            return;
        }
        store.holdUntil(command.id(), until);
        log.append(entry(AuditKind.COMMAND_STEP, command, CommandState.HELD, "hold")
                .rules(decision.ruleIds())
                .mark("until", until.toString()));
        if (lock != null) {
            lock(command, lock);
        }
        tell(command, CommandState.HELD, "hold");
    }

    private void lock(Command command, Ruling ruling) {
        var action = new Action.Lock();
        log.append(CommandRecords.decision(command, action, ruling));
        if (Evidence.NONE.meets(ruling.decision())) {
            var order = new Order(
                    command.by(), command.byName(), command.roles(), command.self(), command.subject(), action);
            placing.place(order);
        }
    }

    /** The command is beyond a limit: two people of IT release it, or somebody calls it off. */
    @Transactional
    public void holdBeyondLimit(Command command) {
        if (store.move(command.id(), CommandState.DUE, step(CommandState.HELD, "limit", null))) {
            record(AuditKind.COMMAND_STEP, command, CommandState.HELD, "limit");
        }
    }

    /**
     * It is not sent, or not once more.
     *
     * @param shown whether the MDM shows that no earlier call has come to pass
     * @param note why, by the name of the words for it
     */
    @Transactional
    public void unsent(Command command, boolean shown, String note) {
        Step end = command.unsent(shown, clock.instant(), note, null);
        move(command, end.state(), end.note(), end.detail());
    }

    /** Any other move, from the state the command was found in. */
    @Transactional
    public void move(Command command, CommandState to, @Nullable String note, @Nullable String detail) {
        if (store.move(command.id(), command.state(), step(to, note, detail))) {
            record(to == CommandState.UNKNOWN ? AuditKind.OUTCOME : AuditKind.COMMAND_STEP, command, to, note);
        }
    }

    /** The rules no longer allow what they once did. */
    @Transactional
    public void cancelByRules(Command command, boolean shown, Decision decision) {
        List<String> rules = decision.ruleIds();
        Step end = command.unsent(shown, clock.instant(), "rules", StepWords.explanations(decision));
        if (store.move(command.id(), command.state(), end)) {
            log.append(entry(AuditKind.COMMAND_STEP, command, end.state(), end.note())
                    .rules(rules)
                    .mark("rulesVersion", decision.version()));
            tell(command, end.state(), end.note());
        }
    }

    private void record(AuditKind kind, Command command, CommandState state, @Nullable String note) {
        log.append(entry(kind, command, state, note));
        tell(command, state, note);
    }

    private static AuditEntry entry(AuditKind kind, Command command, CommandState state, @Nullable String note) {
        return CommandRecords.about(kind, command)
                .step(CommandRecords.step(command, state))
                .outcome(state.name())
                .mark("note", note);
    }

    private void tell(Command command, CommandState state, @Nullable String note) {
        events.publishEvent(Command.CommandStepped.of(command, state, note));
    }

    private Step step(CommandState state, @Nullable String note, @Nullable String detail) {
        return new Step(state, clock.instant(), note, detail);
    }
}
