package se.handtag.audit;

import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.handtag.audit.Checkpoints.Compared;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.LogKey;
import se.handtag.audit.proof.Proofs;
import se.handtag.audit.proof.UntrustedCheckpoint;

/** The log beside what was put outside of it, and what comparing the two showed since this node's start. */
final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    private final AuditSettings settings;
    private final Tree tree;
    private final CheckpointStore store;
    private final @Nullable LogKeys keys;
    private final List<CheckpointPlace> places = new ArrayList<>();

    private volatile boolean compared;
    private volatile boolean anotherLog;
    private volatile @Nullable Compared told;

    Comparison(AuditSettings settings, Tree tree, CheckpointStore store, @Nullable LogKeys keys, Clock clock) {
        this.settings = settings;
        this.tree = tree;
        this.store = store;
        this.keys = keys;
        if (settings.checkpoints().folder() != null) {
            places.add(new CheckpointFolder(settings.checkpoints().folder()));
        }
        if (settings.checkpoints().target() != null) {
            places.add(target(settings.checkpoints(), settings.checkpoints().target(), clock));
        }
    }

    static CheckpointTarget target(AuditSettings.Checkpoints settings, URI address, Clock clock) {
        AccessKey key = settings.accessKey();
        return key != null && key.isGiven()
                ? new CheckpointTarget(address, null, new RequestSignature(key, clock))
                : new CheckpointTarget(address, settings.authorization(), null);
    }

    List<CheckpointPlace> places() {
        return places;
    }

    /** The public keys of all that may have signed. */
    List<LogKey> open() {
        return keys == null ? List.of() : keys.open();
    }

    /** Whether some place answered, and fitted, since the start; true where there is none. */
    boolean isDone() {
        return compared || places.isEmpty();
    }

    /** Whether a place showed that this is not the log it was. */
    boolean isAnotherLog() {
        return anotherLog;
    }

    /**
     * Compares the log with the newest checkpoint of each place. Once one showed another log, nothing is sent until they all
     * fit. That a place is empty shows no other log, and is nothing as long as another one has a checkpoint.
     *
     * @throws UncheckedIOException when a place does not answer, and none of the others differs
     */
    Compared compare() {
        UncheckedIOException silent = null;
        CheckpointPlace empty = null;
        boolean any = false;
        for (var place : places) {
            try {
                String latest = place.latest();
                if (latest == null) {
                    empty = place;
                } else if (compare(place, latest) instanceof Compared.Differs differs) {
                    anotherLog = true;
                    return differs;
                } else {
                    any = true;
                }
            } catch (UncheckedIOException away) {
                silent = away;
            }
        }
        if (any) {
            compared = true;
        }
        if (silent != null) {
            throw silent;
        }
        var missing = any ? null : store.newest().filter(this::isToBeOutside).orElse(null);
        if (empty != null && missing != null) {
            return new Compared.Differs(Fault.PLACE_EMPTY, missing.size(), empty.name());
        }
        anotherLog = false;
        compared = true;
        return new Compared.Fits();
    }

    /**
     * Whether the log is another one than a place knows. Says so in the program's log when that was not so the last time.
     *
     * @throws UncheckedIOException like {@link #compare}
     */
    boolean differs() {
        var now = compare();
        if (now instanceof Compared.Differs differs && !now.equals(told)) {
            LOG.error(
                    "The log does not go on from its last checkpoint at {}: {}, checkpoint of {} records",
                    differs.place(),
                    differs.fault(),
                    differs.size());
        }
        told = now;
        return now instanceof Compared.Differs;
    }

    /** One of other keys says nothing about this node's places; the start tells of it apart. */
    private boolean isToBeOutside(CheckpointStore.Kept newest) {
        return !isSignedByOthers() && !Objects.equals(settings.acceptEmptyPlace(), newest.size());
    }

    private Compared compare(CheckpointPlace place, String note) {
        Checkpoint outside;
        try {
            outside = Checkpoint.trusted(note, open());
        } catch (UntrustedCheckpoint forged) {
            return new Compared.Differs(Fault.FORGED_CHECKPOINT, 0, place.name());
        }
        // Asked for after the place answered: while it was slow, another node may have put a checkpoint of more
        // records.
        if (outside.size() > tree.size()) {
            return Objects.equals(settings.acceptLoss(), outside.size())
                    ? new Compared.Fits()
                    : new Compared.Differs(Fault.CUT_OFF, outside.size(), place.name());
        }
        return MessageDigest.isEqual(new Proofs(tree).root(outside.size()), outside.root())
                ? new Compared.Fits()
                : new Compared.Differs(Fault.NOT_THE_CHECKPOINT, outside.size(), place.name());
    }

    /** Whether the database's own newest checkpoint is signed with a key that this node does not have. */
    boolean isSignedByOthers() {
        var newest = store.newest();
        if (keys == null || newest.isEmpty()) {
            return false;
        }
        try {
            Checkpoint.trusted(newest.get().note(), open());
            return false;
        } catch (UntrustedCheckpoint others) {
            return true;
        }
    }
}
