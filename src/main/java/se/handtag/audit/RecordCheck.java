package se.handtag.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.handtag.audit.proof.TreeHash;

/** Holds one record by itself against what is stored beside it. An instance serves one thread. */
final class RecordCheck {
    /** Fewer are not worth another thread. */
    private static final int WORTH_IT = 128;

    private final TreeHash hash = new TreeHash();
    private final BodyCheck bodies = new BodyCheck();
    private final Set<Fault> leftOut;

    RecordCheck(Set<Fault> leftOut) {
        this.leftOut = leftOut;
    }

    /** What is wrong with each of them, null where nothing is: shared among the processors, for none needs another's check. */
    static @Nullable Fault[] faults(List<StoredRecord> page, Set<Fault> leftOut) {
        var faults = new @Nullable Fault[page.size()];
        int parts = Math.min(Runtime.getRuntime().availableProcessors(), 1 + page.size() / WORTH_IT);
        IntStream.range(0, parts).parallel().forEach(part -> {
            var check = new RecordCheck(leftOut);
            for (int i = page.size() * part / parts; i < page.size() * (part + 1) / parts; i++) {
                faults[i] = check.faultOf(page.get(i));
            }
        });
        return faults;
    }

    /** What is wrong with the record, null when nothing is. */
    @Nullable
    Fault faultOf(StoredRecord record) {
        byte[] body = record.body();
        Instant at = record.at();
        if (body == null || at == null) {
            return checks(Fault.MISSING) ? Fault.MISSING : null;
        }
        if (checks(Fault.CHANGED) && !Arrays.equals(hash.leaf(body), record.hash())) {
            return Fault.CHANGED;
        }
        if (checks(Fault.OTHER_TIME) && !bodies.says(body, at)) {
            return Fault.OTHER_TIME;
        }
        return checks(Fault.OTHER_NAMES) && !bodies.commitsTo(body, record.sealed()) ? Fault.OTHER_NAMES : null;
    }

    private boolean checks(Fault fault) {
        return !leftOut.contains(fault);
    }
}
