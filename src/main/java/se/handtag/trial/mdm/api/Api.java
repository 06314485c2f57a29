package se.handtag.trial.mdm.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Fault;
import se.handtag.trial.mdm.wire.Refused;
import se.handtag.trial.mdm.world.CommandQueue;

/** Finds the operation that a call means, and runs it. */
public final class Api {
    private static final Logger log = LoggerFactory.getLogger(Api.class);

    private final Store store;
    private final Journal journal;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Route> routes;

    /** All 41 operations. */
    public Api(Store store, Journal journal, CommandQueue commands) {
        this.store = store;
        this.journal = journal;
        operations.addAll(new Groups(store).operations());
        operations.addAll(new Users(store, commands).operations());
        operations.addAll(new Devices(store, commands).operations());
        operations.addAll(new Tags(store, commands).operations());
        operations.addAll(new DeviceTags(store, commands).operations());
        operations.addAll(new UserTags(store, commands).operations());
        operations.addAll(new Apps(store).operations());
        operations.addAll(new Commands(store, commands).operations());
        routes = operations.stream()
                .map(each -> new Route(each, List.of(each.path().split("/", -1))))
                .toList();
    }

    /** Answers a call whose login has been checked. */
    public Answer answer(Call call) throws IOException {
        try {
            Operation operation = find(call);
            return operation.writes() ? write(operation, call) : read(operation, call);
        } catch (Refused refused) {
            return Answer.of(refused);
        } catch (DataAccessException | TransactionException unavailable) {
            log.warn("The trial MDM's database failed at {}: {}", call.method(), unavailable.getMessage());
            return Answer.error(503, "The MDM's database does not answer.", Map.of());
        }
    }

    /** Writes down that a fault strikes a call. */
    public void struck(Fault fault, Call call) {
        try {
            journal.call(
                    "fault",
                    null,
                    call.method() + " " + call.target(),
                    "",
                    null,
                    new Received(call, new byte[0]).deviceIfAny(),
                    fault.kind().label());
        } catch (DataAccessException unavailable) {
            log.warn("A fault could not be written down: {}", unavailable.getMessage());
        }
    }

    private Answer read(Operation operation, Call call) {
        return store.remembered(
                call.method() + " " + call.target(), () -> operation.work().run(new Received(call, new byte[0])));
    }

    private Answer write(Operation operation, Call call) throws IOException {
        String request = call.method() + " " + call.target();
        byte[] body = new byte[0];
        Refused refused;
        UUID device = new Received(call, body).deviceIfAny();
        try {
            body = Fields.read(call);
            var received = new Received(call, body);
            String text = new String(body, StandardCharsets.UTF_8);
            return store.change(() -> {
                Answer answer = operation.work().run(received);
                journal.call("received", operation.row(), request, text, answer.status(), device, null);
                return answer;
            });
        } catch (Refused no) {
            refused = no;
        } catch (DataIntegrityViolationException linkedMeanwhile) {
            refused = Refused.conflict("Something else changed what this call is about.");
        }
        note(operation.row(), request, new String(body, StandardCharsets.UTF_8), refused, device);
        throw refused;
    }

    private void note(String row, String request, String body, Refused refused, @Nullable UUID device) {
        journal.call("refused", row, request, body, refused.status(), device, refused.sentence());
    }

    private Operation find(Call call) {
        List<String> path = call.path().subList(1, call.path().size());
        List<Operation> there = new ArrayList<>();
        for (Route route : routes) {
            if (route.leadsTo(path)) {
                there.add(route.operation());
            }
        }
        if (there.isEmpty()) {
            throw Refused.unknown("The API has no such address.");
        }
        List<Operation> sameMethod = there.stream()
                .filter(each -> each.method().equals(call.method()))
                .toList();
        if (sameMethod.isEmpty()) {
            throw Refused.with(405, "The API has no " + call.method() + " at this address.");
        }
        Operation operation = sameMethod.stream()
                .filter(each -> each.parameters().isEmpty() == call.query().isEmpty())
                .findFirst()
                .orElse(sameMethod.getFirst());
        call.query().allowOnly(operation.parameters());
        return operation;
    }

    /** An operation with its path in parts. */
    private record Route(Operation operation, List<String> parts) {
        boolean leadsTo(List<String> path) {
            if (parts.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                String part = parts.get(i);
                if (!part.equals("{id}") && !part.equalsIgnoreCase(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
