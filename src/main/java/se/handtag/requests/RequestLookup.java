package se.handtag.requests;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests by their id, for rooms that act on what happened rather than for a person. */
@Component
public class RequestLookup {
    private final RequestStore store;

    RequestLookup(RequestStore store) {
        this.store = store;
    }

    public Optional<Request> find(RequestId id) {
        return store.find(id);
    }

    /** @throws NoSuchElementException when there is none of that id */
    public Request get(RequestId id) {
        return store.find(id).orElseThrow();
    }
}
