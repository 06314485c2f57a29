package se.handtag.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.identity.NameSweeps;
import se.handtag.identity.NamesKept;
import se.handtag.identity.NamesKept.Place;
import se.handtag.identity.Whose;

/** The names that stand in other rooms than the log: each room clears its own. */
@Component
public class NamesElsewhere {
    private static final int MOST = 500;
    /** Second people and what waits for them need to be told apart for as long. */
    private static final Duration LEAST = Duration.ofDays(30);
    /** What is left then is cleared the next time. */
    private static final int MOST_TIMES = 1000;

    private final ObjectProvider<NamesKept> rooms;
    private final NameSweeps sweeps;
    private final AuditSettings settings;
    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NamesElsewhere(
            ObjectProvider<NamesKept> rooms,
            NameSweeps sweeps,
            AuditSettings settings,
            AuditLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.rooms = rooms;
        this.sweeps = sweeps;
        this.settings = settings;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where they are named, every kind of every room once. */
    public List<Place> places(Named whom) {
        Whose whose = whom.whose();
        return rooms.orderedStream()
                .flatMap(room -> sweeps.places(room, whose).stream())
                .toList();
    }

    /** Clears them, and adds to the record how many of which kind in which room. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AuditEntry erase(Named whom, AuditEntry entry) {
        Whose whose = whom.whose();
        return marked(entry, cleared(room -> sweeps.erase(room, whose)));
    }

    /**
     * Clears everybody's names from what has ended and was kept for as long as {@code handtag.audit.retention.all} says, a few
     * at a time, each time with its record. Whatever a limit holds back, or is not known to have come to pass, is over by then.
     */
    public void eraseByAge() {
        Duration kept = settings.kept();
        if (kept != null) {
            eraseBefore(clock.instant().minus(kept.compareTo(LEAST) < 0 ? LEAST : kept), MOST);
        }
    }

    /** @param most how many of a kind at a time */
    void eraseBefore(Instant before, int most) {
        boolean more = true;
        for (int times = 0; more && times < MOST_TIMES; times++) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> erased(before, most)));
        }
    }

    private boolean erased(Instant before, int most) {
        Map<String, Integer> cleared = cleared(room -> sweeps.eraseOlder(room, before, most));
        if (!cleared.isEmpty()) {
            log.append(
                    marked(AuditEntry.of(AuditKind.LOG).action("erase-by-age").outcome("erased"), cleared));
        }
        return !cleared.isEmpty();
    }

    private Map<String, Integer> cleared(Function<NamesKept, List<Place>> how) {
        Map<String, Integer> cleared = new TreeMap<>();
        for (NamesKept room : rooms.orderedStream().toList()) {
            how.apply(room)
                    .forEach(place -> cleared.merge(room.room() + "." + place.kind(), place.ended(), Integer::sum));
        }
        return cleared;
    }

    private static AuditEntry marked(AuditEntry entry, Map<String, Integer> times) {
        AuditEntry marked = entry;
        for (var each : times.entrySet()) {
            marked = marked.mark(each.getKey(), String.valueOf(each.getValue()));
        }
        return marked;
    }
}
