package se.handtag.audit;

import java.util.concurrent.atomic.AtomicLong;

/** Whether more records than is allowed are not covered by a checkpoint. Asks the database seldom. */
final class Uncovered {
    /** Other nodes place records that this one does not see: it looks after each such part of what is allowed. */
    private static final int LOOKS = 20;

    private final Tree tree;
    private final CheckpointStore store;
    private final long most;
    /** How many records this node placed since it looked. */
    private final AtomicLong since = new AtomicLong();

    private volatile long seen;
    // What an earlier run left uncovered counts as well.
    private volatile boolean looked;

    Uncovered(Tree tree, CheckpointStore store, long most) {
        this.tree = tree;
        this.store = store;
        this.most = most;
    }

    boolean isTooMany() {
        long placed = since.get();
        if (looked && placed <= most / LOOKS && seen + placed <= most) {
            return false;
        }
        since.addAndGet(-placed);
        seen = tree.size() - store.newest().map(CheckpointStore.Kept::size).orElse(0L);
        looked = true;
        return seen > most;
    }

    /** Some more records have their place. */
    void placed(int records) {
        since.addAndGet(records);
    }
}
