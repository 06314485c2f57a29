package se.handtag.ui.manager;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;
import se.handtag.policy.ActionKind;
import se.handtag.requests.Delegated;
import se.handtag.requests.Delegation;
import se.handtag.requests.Delegations;
import se.handtag.requests.Departures;
import se.handtag.ui.words.Words;

/** What the page about stand-ins reads and does, always as whoever is signed in. */
@Component
class StandIns {
    private final SignedIn signedIn;
    private final Delegations delegations;
    private final Departures departures;
    private final Words words;
    private final Clock clock;

    StandIns(SignedIn signedIn, Delegations delegations, Departures departures, Words words, Clock clock) {
        this.signedIn = signedIn;
        this.delegations = delegations;
        this.departures = departures;
        this.words = words;
        this.clock = clock;
    }

    boolean ofIt() {
        return signedIn.person().is(Role.IT);
    }

    List<Delegation> mine() {
        return delegations.by(signedIn.person());
    }

    List<Delegation> toMe() {
        return delegations.to(signedIn.person());
    }

    Delegated name(String address, Instant from, Instant until, Set<ActionKind> actions) {
        return delegations.delegate(signedIn.actor(), address, from, until, actions);
    }

    boolean end(UUID id) {
        return delegations.end(signedIn.actor(), id);
    }

    /** Those of everybody else; none for who is not of IT. */
    List<Delegation> ofOthers() {
        return ofIt()
                ? delegations.all(signedIn.actor()).stream()
                        .filter(each -> !each.from().equals(signedIn.person().id()))
                        .toList()
                : List.of();
    }

    boolean endForThem(UUID id) {
        return delegations.endForThem(signedIn.actor(), id);
    }

    Set<String> departed() {
        return departures.all();
    }

    void left(String address) {
        departures.left(signedIn.actor(), address);
    }

    void back(String address) {
        departures.back(signedIn.actor(), address);
    }

    Words words() {
        return words;
    }

    Clock clock() {
        return clock;
    }
}
