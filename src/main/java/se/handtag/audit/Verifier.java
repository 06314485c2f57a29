package se.handtag.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.handtag.audit.Verification.Broken;
import se.handtag.audit.Verification.Whole;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.CompactRange;
import se.handtag.audit.proof.NodeId;
import se.handtag.audit.proof.Proofs;
import se.handtag.audit.proof.TreeHash;

/** Recomputes a log, record by record in order of number, against its stored tree and against checkpoints from outside. */
final class Verifier {
    private static final Comparator<NodeId> BY_END =
            Comparator.comparingLong(NodeId::end).thenComparingInt(NodeId::level);

    private final CompactRange range = new CompactRange(0, new TreeHash());
    private final Proofs.Nodes stored;
    private final List<Checkpoint> checkpoints;
    private final Set<Fault> leftOut;
    /** The subtrees that are complete and not compared yet, and their hashes. */
    private final List<NodeId> complete = new ArrayList<>();

    private final List<byte[]> computed = new ArrayList<>();

    private long covered;
    /** By the last checkpoint of fewer records: two of as many may differ. */
    private long coveredBefore;

    private @Nullable Broken differing;
    private int nextCheckpoint;

    /**
     * @param stored the tree that the database keeps
     * @param checkpoints those that are trusted, the smallest first
     * @param leftOut checks not to make; empty but for whoever tests that each is needed
     */
    Verifier(Proofs.Nodes stored, List<Checkpoint> checkpoints, Set<Fault> leftOut) {
        this.stored = stored;
        this.checkpoints = checkpoints;
        this.leftOut = leftOut;
    }

    /** Takes the records that follow; null while everything fits. */
    @Nullable
    Broken accept(List<StoredRecord> page) {
        @Nullable Fault[] faults = RecordCheck.faults(page, leftOut);
        for (int i = 0; i < faults.length; i++) {
            Broken broken = accept(page.get(i), faults[i]);
            if (broken != null) {
                return differing == null ? broken : differing;
            }
        }
        // The tree says more exactly where than a checkpoint of many records.
        Broken broken = compareTree();
        return broken == null ? differing : broken;
    }

    private @Nullable Broken accept(StoredRecord record, @Nullable Fault fault) {
        long expected = range.end() + 1;
        if (record.number() != expected && checks(Fault.MISSING)) {
            return new Broken(expected, Fault.MISSING);
        }
        if (fault != null) {
            return new Broken(record.number(), fault);
        }
        range.append(record.hash(), this::complete);
        compareCheckpoint();
        return null;
    }

    private void complete(NodeId id, byte[] value) {
        if (id.level() > 0) {
            complete.add(id);
            computed.add(value);
        }
    }

    private void compareCheckpoint() {
        while (nextCheckpoint < checkpoints.size()
                && checkpoints.get(nextCheckpoint).size() <= range.end()) {
            var checkpoint = checkpoints.get(nextCheckpoint++);
            if (checkpoint.size() > covered) {
                coveredBefore = covered;
                covered = checkpoint.size();
            }
            if (checkpoint.size() == range.end()
                    && !Arrays.equals(checkpoint.root(), range.root())
                    && checks(Fault.NOT_THE_CHECKPOINT)
                    && differing == null) {
                differing = new Broken(coveredBefore + 1, Fault.NOT_THE_CHECKPOINT);
            }
        }
    }

    private @Nullable Broken compareTree() {
        var found = stored.hashes(complete);
        NodeId first = null;
        for (int i = 0; i < computed.size(); i++) {
            NodeId id = complete.get(i);
            if (!Arrays.equals(computed.get(i), found.get(i)) && (first == null || BY_END.compare(id, first) < 0)) {
                first = id;
            }
        }
        complete.clear();
        computed.clear();
        return first == null || !checks(Fault.TREE) ? null : new Broken(first.begin() + 1, Fault.TREE);
    }

    /** After the last record. */
    Verification finish() {
        if (checkpoints.stream().anyMatch(checkpoint -> checkpoint.size() > range.end()) && checks(Fault.CUT_OFF)) {
            return new Broken(range.end() + 1, Fault.CUT_OFF);
        }
        return new Whole(range.end(), covered);
    }

    private boolean checks(Fault fault) {
        return !leftOut.contains(fault);
    }
}
