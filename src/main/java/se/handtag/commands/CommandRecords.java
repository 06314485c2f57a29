package se.handtag.commands;

import org.jspecify.annotations.Nullable;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.identity.Actor;
import se.handtag.policy.Action;
import se.handtag.policy.Ruling;

/** How decisions and commands read in the log. */
public final class CommandRecords {
    private CommandRecords() {}

    /** What the rules said to a person's wish. */
    public static AuditEntry decision(Actor actor, Action action, Ruling ruling) {
        var owner = ruling.question().owner();
        var entry = decision(action, ruling).by(actor);
        return ruling.question().own() || owner == null
                ? entry
                : entry.onBehalfOf("user/" + owner.id().value(), owner.name());
    }

    /** What the rules said to what the portal does by itself because of another command. */
    static AuditEntry decision(Command because, Action action, Ruling ruling) {
        return decision(action, ruling)
                .onBehalfOf(because.by(), because.byName())
                .affecting(ruling.question().subject().ownerKey())
                .request(because.request())
                .fact("because", because.id().toString());
    }

    private static AuditEntry decision(Action action, Ruling ruling) {
        var question = ruling.question();
        var decision = ruling.decision();
        AuditEntry entry = AuditEntry.of(AuditKind.DECISION)
                .subject(question.subject().key(), question.subject().label())
                .action(action.kind().key())
                .outcome(decision.word())
                .rules(decision.ruleIds())
                .mark("rulesVersion", decision.version())
                .fact("app", app(action))
                .fact("tag", tag(action));
        return decision.errors().isEmpty() ? entry : entry.fact("ruleErrors", String.join("; ", decision.errors()));
    }

    static AuditEntry about(AuditKind kind, Command command) {
        return AuditEntry.of(kind)
                .onBehalfOf(command.by(), command.byName())
                .affecting(command.subject().ownerKey())
                .subject(command.subject().key(), command.subject().label())
                .action(command.action().kind().key())
                .request(command.request())
                .command(command.id().value())
                .fact("app", app(command.action()))
                .fact("tag", tag(command.action()));
    }

    /** What is recorded once: that an attempt of the command led to the state. */
    static String step(Command command, CommandState state) {
        // A command that is being sent counts the attempt under way already.
        int attempt = command.attempts() + (command.state() == CommandState.SENDING ? 0 : 1);
        // It may wait more than once before an attempt.
        boolean waits = state == CommandState.HELD || state == CommandState.DUE;
        String many = waits ? "/" + command.steps().size() : "";
        return "command/" + command.id() + "/" + state + "/" + attempt + many;
    }

    private static @Nullable String app(Action action) {
        return switch (action) {
            case Action.InstallApp install -> install.packageId();
            case Action.RemoveApp remove -> remove.packageId();
            case Action.PutApp(var app) -> app.packageId();
            default -> null;
        };
    }

    private static @Nullable String tag(Action action) {
        return switch (action) {
            case Action.PutTag put -> put.name();
            case Action.TakeTag take -> take.name();
            case Action.PutUserTag put -> put.name();
            case Action.TakeUserTag take -> take.name();
            default -> null;
        };
    }
}
