package se.handtag.requests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.Erasure;
import se.handtag.audit.Named;
import se.handtag.audit.NamedPeople;
import se.handtag.audit.NamesElsewhere;
import se.handtag.audit.NamesNeeded.Hindrance;
import se.handtag.identity.Actor;
import se.handtag.identity.NamesKept.Place;
import se.handtag.identity.Person;
import se.handtag.identity.Role;

/**
 * Erases what names one person beside the log and in every room, once two people of IT want it and nothing speaks against it. No record of it
 * holds the name. Every method is for IT.
 */
@Component
public class NameErasure implements Guarded {
    /** The {@link Proposal#kind} of an erasure. */
    public static final String KIND = "names";

    private static final String VALUE = "names";
    private static final SortedMap<String, String> KEPT = new TreeMap<>(Map.of(VALUE, "kept"));
    private static final SortedMap<String, String> ERASED = new TreeMap<>(Map.of(VALUE, "erased"));

    private final NamedPeople people;
    private final Erasure erasure;
    private final NamesElsewhere elsewhere;
    private final SecondPerson second;
    private final AuditLog log;

    NameErasure(NamedPeople people, Erasure erasure, NamesElsewhere elsewhere, SecondPerson second, AuditLog log) {
        this.people = people;
        this.erasure = erasure;
        this.elsewhere = elsewhere;
        this.second = second;
        this.log = log;
    }

    /**
     * What would come of it.
     *
     * @param amount what stands beside the log
     * @param elsewhere where else they are named; what of it is at work speaks against it, too
     * @param against why it must not be done now
     */
    public record Outlook(Named whom, Erasure.Amount amount, List<Place> elsewhere, Set<Hindrance> against) {
        /** What names them and has not ended. */
        public List<Place> atWork() {
            return elsewhere.stream().filter(place -> place.atWork() > 0).toList();
        }

        /** In how many places outside the log they are named. */
        public int rows() {
            return elsewhere.stream()
                    .mapToInt(place -> place.ended() + place.atWork())
                    .sum();
        }

        public boolean isPossible() {
            return against.isEmpty() && atWork().isEmpty();
        }
    }

    /** What came of wanting to erase somebody's names. */
    public enum Outcome {
        /** A second person has to agree. */
        WAITS,
        /** Something speaks against it now. */
        NOT_NOW,
        /** Nobody is called so, or no longer. */
        GONE
    }

    /** Those whom the log names and whose name or address holds the text; that somebody looked is on record. */
    public List<Named> find(Actor actor, String text) {
        only(actor.person());
        var found = people.find(text);
        log.appendAlone(AuditEntry.of(AuditKind.LOOK)
                .by(actor)
                .action("search-names")
                .mark("found", String.valueOf(found.size())));
        return found;
    }

    /** What would be erased of whom the log calls so, and what speaks against it; on record as a look. */
    public Optional<Outlook> look(Actor actor, String key) {
        only(actor.person());
        return people.named(key).map(whom -> {
            log.appendAlone(
                    AuditEntry.of(AuditKind.LOOK).by(actor).subject(key, null).action("look-at-names"));
            return outlook(whom);
        });
    }

    private Outlook outlook(Named whom) {
        return new Outlook(whom, erasure.amount(whom), elsewhere.places(whom), people.against(whom));
    }

    /** What would be erased, for whoever is to agree; not what speaks against it, for which the MDM is asked when they do. */
    public Optional<Outlook> outlook(Person person, String key) {
        only(person);
        return people.named(key).map(whom -> new Outlook(whom, erasure.amount(whom), elsewhere.places(whom), Set.of()));
    }

    /** Proposes to erase the names of whom the log calls so. */
    public Outcome propose(Actor actor, String key) {
        only(actor.person());
        var whom = people.named(key);
        if (whom.isEmpty()) {
            return Outcome.GONE;
        }
        Outlook outlook = outlook(whom.get());
        if (!outlook.isPossible()) {
            String against = Stream.concat(
                            outlook.against().stream().map(Enum::name).sorted(),
                            outlook.atWork().stream().map(Place::kind))
                    .collect(Collectors.joining(", "));
            log.appendAlone(record(key, "").by(actor).outcome("denied").mark("against", against));
            return Outcome.NOT_NOW;
        }
        return second.change(actor, KIND, key, whom.get().name(), ERASED) == Proposal.Outcome.WAITS
                ? Outcome.WAITS
                : Outcome.GONE;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public SortedMap<String, String> now(String key) {
        return people.named(key).isPresent() ? KEPT : ERASED;
    }

    /** What is erased does not come back. */
    @Override
    public boolean looser(SortedMap<String, String> before, SortedMap<String, String> after) {
        return true;
    }

    @Override
    public boolean possible(String key) {
        return people.named(key).map(this::outlook).map(Outlook::isPossible).orElse(true);
    }

    @Override
    public void set(String key, String label, SortedMap<String, String> after) {
        people.named(key).ifPresent(whom -> {
            // What was asked for since it was looked at.
            if (elsewhere.places(whom).stream().anyMatch(place -> place.atWork() > 0)) {
                throw new Hindered();
            }
            erasure.erase(whom);
        });
    }

    @Override
    public AuditEntry record(String key, String label) {
        return AuditEntry.of(AuditKind.DATA).subject(key, null).action("erase-names");
    }

    private static void only(Person person) {
        if (!person.is(Role.IT)) {
            throw new AccessDeniedException("Names are erased by IT");
        }
    }
}
