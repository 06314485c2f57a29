package se.handtag.recovery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Command;
import se.handtag.commands.CommandId;
import se.handtag.commands.CommandRecords;
import se.handtag.commands.Commands;
import se.handtag.identity.Actor;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.Ruling;
import se.handtag.requests.ReachableDevices;
import se.handtag.requests.ReachableDevices.Reached;

/** A text on the screen of a lost device, for whoever finds it. */
@Component
public class LostMessages {
    private final LostReportStore store;
    private final ReachableDevices reachable;
    private final LostOrders orders;
    private final Commands commands;
    private final AuditLog log;
    private final TransactionTemplate transaction;

    LostMessages(
            LostReportStore store,
            ReachableDevices reachable,
            LostOrders orders,
            Commands commands,
            AuditLog log,
            TransactionTemplate transaction) {
        this.store = store;
        this.reachable = reachable;
        this.orders = orders;
        this.commands = commands;
        this.log = log;
        this.transaction = transaction;
    }

    /** Whether the person sees the button: it is lost, the rules allow it, and no message is on its way or shown. */
    public boolean canShow(Actor actor, Reached reached) {
        var report = store.open(reached.device().id());
        return report.isPresent()
                && !hasMessage(report.get())
                && LostOrders.allows(orders.rule(whom(actor, reached), reached.device(), new Action.Message("")));
    }

    /**
     * Shows the text on the screen of a device that is reported lost, once.
     *
     * @return false when it is not lost, none of theirs, shows one already, or the rules do not allow it at once
     */
    public boolean show(Actor actor, DeviceId id, String text) {
        var reached = reachable.find(actor.person(), id);
        if (reached.isEmpty() || store.open(id).isEmpty()) {
            return false;
        }
        var action = new Action.Message(text);
        var whom = whom(actor, reached.get());
        var ruling = orders.rule(whom, reached.get().device(), action);
        return Boolean.TRUE.equals(transaction.execute(_ -> show(actor, id, whom, action, ruling)));
    }

    private boolean show(Actor actor, DeviceId id, LostOrders.For whom, Action action, Ruling ruling) {
        var report = store.lock(id);
        if (report.isEmpty() || hasMessage(report.get())) {
            return false;
        }
        log.append(CommandRecords.decision(actor, action, ruling));
        Optional<CommandId> message = orders.place(whom, ruling, action);
        message.ifPresent(command -> store.shows(report.get().id(), command));
        return message.isPresent();
    }

    private boolean hasMessage(LostReport report) {
        CommandId message = report.message();
        return message != null
                && commands.find(message)
                        .map(Command::state)
                        .filter(state -> !state.cameToNothing())
                        .isPresent();
    }

    private static LostOrders.For whom(Actor actor, Reached reached) {
        var person = actor.person();
        return new LostOrders.For(person.id(), person.name(), person.roles(), reached.self());
    }
}
