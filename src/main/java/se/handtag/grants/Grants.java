package se.handtag.grants;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.commands.CommandId;
import se.handtag.identity.Actor;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;

/** Asking for something for a time, and what is given so. */
@Component
public class Grants {
    private final Requests requests;
    private final GrantStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Grants(Requests requests, GrantStore store, TransactionTemplate transaction, Clock clock) {
        this.requests = requests;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks for something like {@link Requests#ask}, to be taken back by itself. What runs already for the same thing on the
     * same subject is prolonged by it.
     *
     * @param days from when the MDM took it
     * @throws IllegalArgumentException when it cannot be taken back
     */
    public Asked ask(Actor actor, Subject subject, Action action, @Nullable String reason, int days) {
        String thing = Things.put(action);
        if (thing == null || days < 1) {
            throw new IllegalArgumentException(action.kind() + " cannot be for " + days + " days");
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            Asked asked = requests.askForATime(actor, subject, action, reason, Duration.ofDays(days));
            RequestId request = taken(asked);
            if (request != null) {
                store.insert(request, subject.key(), thing, days, clock.instant());
            }
            return asked;
        }));
    }

    /** For how long a request is, empty when it is for good. */
    public Optional<Grant> of(RequestId request) {
        return store.of(request);
    }

    /** What the subject has for a time now, the soonest to end first. */
    public List<Grant> running(Subject subject) {
        return store.running(subject.key());
    }

    /** The same for one thing: when it ends; empty when it does not, or the subject has none. */
    public Optional<Grant> running(Subject subject, Action action) {
        return of(action, running(subject));
    }

    /** The one of them that is for the thing. */
    public static Optional<Grant> of(Action action, List<Grant> grants) {
        String thing = Things.put(action);
        return grants.stream().filter(grant -> grant.thing().equals(thing)).reduce((_, later) -> later);
    }

    /** Whether the command takes back what was given for a time, because that is over. */
    public boolean takesBack(CommandId command) {
        return store.takesBack(command);
    }

    private static @Nullable RequestId taken(Asked asked) {
        return switch (asked) {
            case Asked.OnItsWay(var request) -> request;
            case Asked.Waiting(var request) -> request;
            default -> null;
        };
    }
}
