package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.DeviceId;
import se.handtag.policy.Action;

/** What people of tests do at the portal, in a few words. */
@TestComponent
public class Desk {
    private final Requests requests;
    private final Approvals approvals;
    private final Commands commands;
    private final AuditLog log;
    private final SamplePeople people;

    Desk(Requests requests, Approvals approvals, Commands commands, AuditLog log, SamplePeople people) {
        this.requests = requests;
        this.approvals = approvals;
        this.commands = commands;
        this.log = log;
        this.people = people;
    }

    public Asked asks(String username, Action action, DeviceId device) {
        return requests.ask(people.actor(username), device, action, "because");
    }

    /** Asks for what waits for somebody's yes. */
    public RequestId asksAndWaits(String username, Action action, DeviceId device) {
        Asked asked = asks(username, action, device);
        assertThat(asked).isInstanceOf(Asked.Waiting.class);
        return ((Asked.Waiting) asked).request();
    }

    /** Asks for what is done at once; the command that does it. */
    public Command orders(String username, Action action, DeviceId device) {
        Asked asked = asks(username, action, device);
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        return commandOf(((Asked.OnItsWay) asked).request());
    }

    /** Asks, and the approver says yes; the command that follows. */
    public Command ordersWithApproval(String username, Action action, DeviceId device, String approver) {
        RequestId request = asksAndWaits(username, action, device);
        assertThat(approvals.approve(people.actor(approver), request, null)).isInstanceOf(Decided.Done.class);
        return commandOf(request);
    }

    public Command commandOf(RequestId request) {
        return commands.ofRequest(request.value()).orElseThrow();
    }

    /** What is on record about a device since the test knows it, oldest first. */
    public List<AuditRecord> records(DeviceId device, AuditKind kind) {
        return log.find(new AuditQuery(null, null, kind, null, "device/" + device.value(), null), Long.MAX_VALUE, 100)
                .reversed();
    }

    /** What is on record about a command, oldest first, as kind and outcome. */
    public List<String> story(Command command) {
        return log
                .find(
                        AuditQuery.ofDevice(
                                Objects.requireNonNull(command.device()).value()),
                        Long.MAX_VALUE,
                        100)
                .reversed()
                .stream()
                .filter(record -> command.id().value().equals(record.command()))
                .map(record -> record.kind() + " " + record.outcome())
                .toList();
    }

    /** The facts of each record about a request, oldest first. */
    public List<Map<String, String>> facts(UUID request) {
        return log.find(AuditQuery.ofRequest(request), Long.MAX_VALUE, 100).reversed().stream()
                .map(record -> Map.<String, String>copyOf(record.facts()))
                .toList();
    }

    /** What is on record about a request, oldest first, as kind and outcome. */
    public List<String> story(UUID request) {
        return log.find(AuditQuery.ofRequest(request), Long.MAX_VALUE, 100).reversed().stream()
                .map(record -> record.kind() + " " + record.outcome())
                .toList();
    }
}
