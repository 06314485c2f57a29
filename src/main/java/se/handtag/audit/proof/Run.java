package se.handtag.audit.proof;

import static se.handtag.audit.proof.FileCheck.decoded;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a complete export on their way to the checkpoint; of files of before all together, else one by one. */
final class Run {
    private final CompactRange range;
    private final CompactRange after;
    private final byte[] root;
    private final @Nullable Descent descent;

    /**
     * @throws IllegalArgumentException when the head's subtrees are not as many as its numbers ask for
     */
    Run(ExportHead head, Checkpoint checkpoint, TreeHash hash) {
        long begin = head.first() - 1;
        range = CompactRange.of(0, begin, decoded(head.before()), hash);
        after = CompactRange.of(head.last(), checkpoint.size(), decoded(head.after()), hash);
        root = checkpoint.root();
        List<String> within = head.within();
        if (within == null) {
            descent = null;
        } else {
            descent = new Descent(begin, head.last(), decoded(within), hash);
            range.append(CompactRange.of(begin, head.last(), decoded(within), hash));
        }
    }

    /** Whether the head alone leads to the checkpoint; of files of before it does not tell. */
    boolean mayBeOfTheLog() {
        return descent == null || isProvedAtItsEnd();
    }

    /** Whether the next record is this one; of files of before that is not known yet. */
    boolean isNext(byte[] leaf, List<byte[]> proof) {
        if (descent != null) {
            return descent.isNext(leaf, proof);
        }
        range.append(leaf);
        return true;
    }

    /** Once all were taken. */
    boolean isProvedAtItsEnd() {
        if (range.end() == after.begin()) {
            range.append(after);
        }
        return Arrays.equals(range.root(), root);
    }
}
