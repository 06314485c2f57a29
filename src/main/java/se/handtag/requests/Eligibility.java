package se.handtag.requests;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.policy.Stage;

/**
 * Whether somebody may decide a request: asked themselves or standing in for who is, and neither the requester nor the owner
 * nor somebody who decided a part of it already or brought it to where it is by saying that somebody has left, by whatever
 * account.
 */
@Component
class Eligibility {
    private final RequestStore store;
    private final Delegations delegations;
    private final Humans humans;

    Eligibility(RequestStore store, Delegations delegations, Humans humans) {
        this.store = store;
        this.delegations = delegations;
        this.humans = humans;
    }

    /**
     * A place from which somebody decides.
     *
     * @param marks of who sits there
     * @param addresses whose place it is
     * @param inPlaceOf their name, null for one's own
     */
    record Seat(
            Set<String> marks,
            Set<String> addresses,
            @Nullable String inPlaceOf) {}

    /** The addresses for which the person may decide now: their own, and those of whom they stand in for. */
    Set<String> addresses(Person person) {
        Set<String> addresses = new TreeSet<>(person.addresses());
        delegations.to(person).forEach(given -> addresses.addAll(given.fromAddresses()));
        return addresses;
    }

    /** Where the person sits for this request; null when they may not decide it. */
    @Nullable
    Seat seat(Person person, Request request) {
        return seat(person, humans.marks(person), request);
    }

    private @Nullable Seat seat(Person person, Set<String> marks, Request request) {
        Routing routing = store.routing(request.id());
        if (Humans.same(marks, routing.concerned())
                || Humans.same(marks, moved(request, routing))
                || Humans.same(person.addresses(), store.departed())
                || routing.used().stream().anyMatch(used -> Humans.same(marks, used.marks()))) {
            return null;
        }
        return asked(person, request, routing, marks);
    }

    /** Those of the requests that the person may decide. */
    List<Request> decidable(Person person, List<Request> requests) {
        return requests.isEmpty() ? List.of() : decidable(person, humans.marks(person), requests);
    }

    /** The same by what the MDM said last, which is not asked: nothing may be decided by it. */
    List<Request> decidableAsLastKnown(Person person, List<Request> requests) {
        return requests.isEmpty() ? List.of() : decidable(person, humans.lastMarks(person), requests);
    }

    private List<Request> decidable(Person person, Set<String> marks, List<Request> requests) {
        return requests.stream()
                .filter(request -> seat(person, marks, request) != null)
                .toList();
    }

    /** Whether the person was among those who were asked at this stage, whoever decided it. */
    boolean wasAsked(Person person, Request request) {
        Routing routing = store.routing(request.id());
        Set<String> marks = humans.marks(person);
        return !Humans.same(marks, routing.concerned()) && asked(person, request, routing.withoutUsed(), marks) != null;
    }

    private @Nullable Seat asked(Person person, Request request, Routing routing, Set<String> marks) {
        Set<String> asked = request.approverAddresses();
        boolean oneself = (request.it() && person.is(Role.IT)) || Humans.same(asked, person.addresses());
        if (oneself && free(routing, person.addresses())) {
            return new Seat(marks, person.addresses(), null);
        }
        for (Delegation given : alone(request) ? List.<Delegation>of() : delegations.to(person)) {
            if (given.isFor(request.action().kind())
                    && Humans.same(asked, given.fromAddresses())
                    && free(routing, given.fromAddresses())) {
                return new Seat(marks, given.fromAddresses(), given.fromName());
            }
        }
        return null;
    }

    /** The marks of those who said of somebody whom it would have waited for that they have left. */
    private Set<String> moved(Request request, Routing routing) {
        Set<String> line = new TreeSet<>();
        routing.lineOf(request.stage()).forEach(candidates -> line.addAll(candidates.addresses()));
        return store.saidToHaveLeft(line, request.askedAt());
    }

    /** Whether nobody stands in for whoever is asked now. */
    private static boolean alone(Request request) {
        int stage = request.stage();
        return stage < request.stages().size() && request.stages().get(stage) instanceof Stage.Receiver;
    }

    /** Nobody's place is taken twice at one stage. */
    private static boolean free(Routing routing, Set<String> seat) {
        return routing.used().stream()
                .noneMatch(used -> used.stage() == routing.stage() && Humans.same(used.seat(), seat));
    }
}
