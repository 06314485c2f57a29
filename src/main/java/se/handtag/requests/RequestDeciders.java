package se.handtag.requests;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.handtag.commands.CallingOff;
import se.handtag.identity.Person;

/** Whoever decided on a request may call its command off. */
@Component
class RequestDeciders implements CallingOff {
    private final RequestStore store;

    RequestDeciders(RequestStore store) {
        this.store = store;
    }

    @Override
    public boolean decides(Person person, UUID request) {
        return store.find(new RequestId(request))
                .filter(found -> found.approverAddresses().stream().anyMatch(person.addresses()::contains)
                        || found.decisions().stream()
                                .anyMatch(decision ->
                                        decision.by().equals(person.id().value())))
                .isPresent();
    }
}
