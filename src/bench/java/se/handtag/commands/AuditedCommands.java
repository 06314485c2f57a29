package se.handtag.commands;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.AuditLog;
import se.handtag.audit.EntryId;
import se.handtag.devices.Fleet;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;
import se.handtag.policy.Asker;
import se.handtag.policy.Decision;
import se.handtag.policy.Policy;
import se.handtag.policy.Subject;

/** The steps of a command as the portal takes them, one by one, with nobody's time between them. */
public final class AuditedCommands {
    private static final Action LOCK = new Action.Lock();
    private static final Asker IT = new Asker(new PersonId(new UUID(0, 1)), Set.of(Role.EMPLOYEE, Role.IT), null);

    private final CommandStore store;
    private final CommandSteps steps;
    private final Wire wire;
    private final Delivery delivery;
    private final Policy policy;
    private final Placing placing;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Subject subject;

    /** Of a running portal, to one device. */
    public AuditedCommands(ApplicationContext portal, DeviceId device) {
        portal.getBean(Scheduler.class).pause();
        store = portal.getBean(CommandStore.class);
        steps = portal.getBean(CommandSteps.class);
        wire = portal.getBean(Wire.class);
        delivery = portal.getBean(Delivery.class);
        policy = portal.getBean(Policy.class);
        placing = portal.getBean(Placing.class);
        log = portal.getBean(AuditLog.class);
        transaction = portal.getBean(TransactionTemplate.class);
        subject = new Subject.OfDevice(
                portal.getBean(Fleet.class).readNow(device).orElseThrow());
    }

    /** Puts commands into the queue, which nobody works on. */
    public List<CommandId> place(int many) {
        var order = new Order(IT.person(), "Bench", IT.roles(), null, subject, LOCK);
        return Objects.requireNonNull(transaction.execute(_ ->
                IntStream.range(0, many).mapToObj(_ -> placing.place(order)).toList()));
    }

    public Command find(CommandId id) {
        return store.find(id).orElseThrow();
    }

    /** Decision, durable intent, call, durable outcome. */
    public void send(Command command) {
        Decision decision = policy.again(IT, subject, LOCK, null).decision();
        log.awaitDurable(said(steps.intend(command, decision)));
        call();
        log.awaitDurable(said(steps.answered(command, CommandState.ACCEPTED, null, null)));
    }

    /** The whole step of the scheduler: the same, and before it everything read again from the MDM. */
    public void deliver(Command command) {
        delivery.next(command.id());
    }

    /** The call alone. */
    public void call() {
        wire.send(subject, LOCK);
    }

    private static EntryId said(@Nullable EntryId entry) {
        return Objects.requireNonNull(entry, "The command is not due");
    }
}
