package se.handtag.commands;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.ActionKind;
import se.handtag.policy.Subject;

/**
 * A command to the MDM.
 *
 * @param subject what it is done to, as it was when it was decided
 * @param self the MDM user that the orderer was, null for none
 * @param evidence what was given for it before it was placed
 * @param notAfter when it is too late to send it, null when it never is
 * @param heldUntil until when it could be called off at ease, null when it was not held
 * @param released whether two people of IT let it pass beyond a limit
 * @param attempts how often it was sent or tried to be
 * @param unsure after how many of these it was due again although it may have come to pass
 * @param sentAt when it was last sent, null when it was not yet
 * @param steps its life so far, oldest first
 */
public record Command(
        CommandId id,
        @Nullable UUID request,
        Subject subject,
        Action action,
        PersonId by,
        String byName,
        Set<Role> roles,
        @Nullable UserId self,
        Evidence evidence,
        @Nullable Instant notAfter,
        @Nullable Instant heldUntil,
        boolean released,
        CommandState state,
        int attempts,
        int unsure,
        Instant placedAt,
        @Nullable Instant sentAt,
        List<Step> steps) {

    /** The note of a command that is not sent once more although an earlier call may have come to pass; why is its detail. */
    public static final String NOT_AGAIN = "not-again";

    /** The device it goes to, null when it goes to none. */
    public @Nullable DeviceId device() {
        return subject.deviceId();
    }

    /** Whose the subject was when it was decided, null for nobody's. */
    public @Nullable UserId owner() {
        return subject.owner();
    }

    /** The id that came with the MDM's answer, with what else is known of it after a space; null when none did. */
    @Nullable
    String created() {
        for (Step step : steps.reversed()) {
            if (step.state() == CommandState.ACCEPTED) {
                return step.detail();
            }
        }
        return null;
    }

    /**
     * From when on a contact may have brought it to the device: the MDM had answered by then, and it is not the contact that
     * was known before. Null when it was not sent. What the MDM tells is on its own clock, so that both count.
     */
    @Nullable
    Instant takenAt() {
        Instant taken = sentAt;
        boolean answered = false;
        for (Step step : steps) {
            switch (step.state()) {
                case SENDING -> {
                    answered = false;
                    taken = step.detail() == null ? taken : later(taken, Instant.parse(step.detail()));
                }
                // An answer that came after all says nothing of when it was given.
                case ACCEPTED, UNKNOWN -> {
                    taken = answered ? taken : later(taken, step.at());
                    answered = true;
                }
                default -> {}
            }
        }
        return taken;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    /**
     * Where it ends when it is not sent, or not once more, and why: what nobody knows the outcome of was not called off before
     * it was sent.
     *
     * @param shown whether the MDM shows that no earlier call has come to pass
     */
    Step unsent(boolean shown, Instant at, String note, @Nullable String detail) {
        return unsure > 0 && !shown
                ? new Step(CommandState.UNKNOWN, at, NOT_AGAIN, detail == null ? note : note + " " + detail)
                : new Step(CommandState.CANCELLED, at, note, detail);
    }

    /**
     * Why it stands where it does, by the name of the words for it; null when its state says it all. Of what is not sent once
     * more, why it is not.
     */
    public @Nullable String reason() {
        Step last = steps.getLast();
        return NOT_AGAIN.equals(last.note()) && last.detail() != null
                ? last.detail().split(" ", 2)[0]
                : last.note();
    }

    /** Whether it waits for two people of IT, for it is beyond a limit. */
    public boolean beyondLimit() {
        return state == CommandState.HELD && "limit".equals(steps.getLast().note());
    }

    /**
     * Something happened to a command; published inside the transaction in which it did.
     *
     * @param subject the {@link Subject#key()} of what it is done to
     * @param device the device, null when it goes to none
     * @param placedAt when it was placed
     * @param state where it stands now
     * @param note why, by the name of the words for it, null when the state says it all
     */
    public record CommandStepped(
            CommandId command,
            @Nullable UUID request,
            String subject,
            @Nullable DeviceId device,
            PersonId by,
            ActionKind action,
            Instant placedAt,
            CommandState state,
            @Nullable String note) {

        static CommandStepped of(Command command, CommandState state, @Nullable String note) {
            return new CommandStepped(
                    command.id(),
                    command.request(),
                    command.subject().key(),
                    command.device(),
                    command.by(),
                    command.action().kind(),
                    command.placedAt(),
                    state,
                    note);
        }
    }
}
