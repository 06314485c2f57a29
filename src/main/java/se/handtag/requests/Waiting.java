package se.handtag.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** For whom a request waits, in names for whoever may see the request. */
@Component
public class Waiting {
    private final ApproverNames names;
    private final Delegations delegations;

    Waiting(ApproverNames names, Delegations delegations) {
        this.names = names;
        this.delegations = delegations;
    }

    /**
     * Somebody it waits for.
     *
     * @param standIns who may decide in their place now, by name
     */
    public record For(String name, List<String> standIns) {}

    /** Each of them, by name; whether IT may decide, too, says the request. */
    public List<For> of(Request request) {
        Map<String, String> named = names.of(request.approverAddresses());
        List<For> waiting = new ArrayList<>();
        named.forEach((address, name) -> waiting.add(new For(
                name,
                delegations.from(List.of(address), request.action().kind()).stream()
                        .map(Delegation::toName)
                        .distinct()
                        .sorted()
                        .toList())));
        waiting.sort(Comparator.comparing(For::name));
        return waiting;
    }
}
