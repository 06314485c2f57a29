package se.handtag.audit;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.LogKey;
import se.handtag.audit.proof.Proofs;
import se.handtag.audit.proof.SigningKey;
import se.handtag.audit.proof.UntrustedCheckpoint;

/** Makes checkpoints, puts them outside, and compares the log with what was put there. */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final AuditSettings settings;
    private final Tree tree;
    private final CheckpointStore store;
    private final Entries entries;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<CheckpointPlace> places;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock making = new ReentrantLock();
    private final @Nullable LogKeys keys;
    private final Comparison outside;
    private final Uncovered uncovered;

    private volatile boolean failing;

    Checkpoints(
            AuditSettings settings,
            Tree tree,
            CheckpointStore store,
            Entries entries,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.tree = tree;
        this.store = store;
        this.entries = entries;
        this.transaction = transaction;
        this.clock = clock;
        this.uncovered = new Uncovered(tree, store, settings.checkpoints().mostUncovered());
        this.keys = settings.keys() == null ? null : new LogKeys(settings.keys(), settings.name());
        this.outside = new Comparison(settings, tree, store, keys, clock);
        this.places = outside.places();
    }

    /** What comparing with a place showed. */
    sealed interface Compared {

        /** Nothing was put there yet, or the log goes on from it. */
        record Fits() implements Compared {}

        /** It does not. */
        record Differs(Fault fault, long size, String place) implements Compared {}
    }

    /** @see Comparison#compare */
    Compared compare() {
        return outside.compare();
    }

    /** @see Comparison#isSignedByOthers */
    boolean isSignedByOthers() {
        return outside.isSignedByOthers();
    }

    /** @see Comparison#isDone */
    boolean isCompared() {
        return outside.isDone();
    }

    /** Why nothing may be done now that needs a record of it; null when it may. */
    @Nullable
    HeldBack heldBack() {
        if (outside.isAnotherLog()) {
            return HeldBack.ANOTHER_LOG;
        }
        if (!outside.isDone()) {
            return HeldBack.NOT_COMPARED;
        }
        return overdue() ? HeldBack.UNCOVERED : null;
    }

    /**
     * Makes a checkpoint of all records up to now, unless there is one, or another node is about to.
     *
     * @return false when it could not be made
     */
    boolean make() {
        return make(store::lock);
    }

    /** @param alone locks other nodes out; false when one of them is making a checkpoint, and that is enough */
    private boolean make(BooleanSupplier alone) {
        try {
            // Before there is a lock and a connection: a place that hangs keeps nobody else waiting for either.
            boolean known = outside.isDone() && !outside.isAnotherLog();
            boolean made = (known || !outside.differs()) && makeInTurn(alone);
            failing = !made;
            return made;
        } catch (RuntimeException e) {
            // Whatever it was: a timer drops what fails once, and then there would be no checkpoints any more.
            if (!failing) {
                LOG.warn("No checkpoint could be made; it is tried again", e);
            }
            failing = true;
            return false;
        }
    }

    private boolean makeInTurn(BooleanSupplier alone) {
        making.lock();
        try {
            return Objects.requireNonNull(transaction.execute(_ -> makeAlone(alone)));
        } finally {
            making.unlock();
        }
    }

    private boolean makeAlone(BooleanSupplier alone) {
        if (keys == null || places.isEmpty() || !alone.getAsBoolean()) {
            return true;
        }
        open();
        long size = tree.size();
        var signing = keys.signing(random, clock.instant());
        var newest = store.newest();
        if (newest.isPresent()
                && newest.get().size() == size
                && isSignedByAll(newest.get().note(), signing)
                && places.stream().allMatch(place -> newest.get().note().equals(place.latest()))) {
            return true;
        }
        if (outside.differs()) {
            return false;
        }
        String note = new Checkpoint(settings.name(), size, new Proofs(tree).root(size))
                .sign(signing)
                .whole();
        places.forEach(place -> place.put(size, note));
        if (newest.isPresent() && !isSignedByAll(newest.get().note(), signing)) {
            entries.insert(
                    AuditEntry.of(AuditKind.LOG)
                            .outcome("keys changed")
                            .mark(
                                    "keys",
                                    signing.stream()
                                            .map(key -> key.open().text())
                                            .collect(Collectors.joining(" "))),
                    false);
        }
        store.add(new CheckpointStore.Kept(size, clock.instant().truncatedTo(ChronoUnit.MICROS), note));
        return true;
    }

    private static boolean isSignedByAll(String note, List<SigningKey> signing) {
        return signing.stream().allMatch(key -> {
            try {
                Checkpoint.trusted(note, List.of(key.open()));
                return true;
            } catch (UntrustedCheckpoint notYet) {
                return false;
            }
        });
    }

    /** The public keys of all that may have signed. */
    List<LogKey> open() {
        return outside.open();
    }

    /** @param away the names of the places that did not answer */
    record Trusted(List<Checkpoint> checkpoints, List<String> away) {}

    /**
     * All checkpoints of this log, the database's own and the newest of each place that answers; the smallest first.
     *
     * @throws UntrustedCheckpoint when one of them is not signed by the log's key
     */
    Trusted trusted() {
        List<String> notes = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        store.all().forEach(kept -> notes.add(kept.note()));
        for (var place : places) {
            try {
                String latest = place.latest();
                if (latest != null) {
                    notes.add(latest);
                }
            } catch (UncheckedIOException away) {
                LOG.warn("The place of checkpoints does not answer; the log is checked without it", away);
                silent.add(place.name());
            }
        }
        var open = open();
        var trusted = notes.stream()
                .distinct()
                .map(note -> Checkpoint.trusted(note, open))
                .filter(checkpoint -> !Objects.equals(settings.acceptLoss(), checkpoint.size()))
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList();
        return new Trusted(trusted, silent);
    }

    /**
     * The newest note, made anew when it does not cover a record; not before a place was compared, which the clock asks for.
     *
     * @throws NoCheckpoint when none can be made
     */
    CheckpointStore.Kept covering(long number) {
        var newest = store.newest();
        if (outside.isDone() && (newest.isEmpty() || newest.get().size() < number)) {
            // What another node makes just now may be of fewer records.
            make(() -> {
                store.awaitLock();
                return true;
            });
            newest = store.newest();
        }
        return newest.filter(kept -> kept.size() >= number).orElseThrow(NoCheckpoint::new);
    }

    /** The newest note of at most that many records, null when there is none. */
    CheckpointStore.@Nullable Kept before(long number) {
        return store.newestUpTo(number).orElse(null);
    }

    /** Whether more records than is allowed are not covered. */
    boolean overdue() {
        return !places.isEmpty() && uncovered.isTooMany();
    }

    /** Some more records have their place. */
    void placed(int records) {
        uncovered.placed(records);
    }

    CheckpointStatus status() {
        var newest = store.newest();
        long covered = newest.map(CheckpointStore.Kept::size).orElse(0L);
        return new CheckpointStatus(
                covered,
                tree.size() - covered,
                newest.map(CheckpointStore.Kept::at).orElse(null),
                places.stream().map(CheckpointPlace::name).toList(),
                failing,
                heldBack(),
                open().stream().map(LogKey::text).toList());
    }
}
