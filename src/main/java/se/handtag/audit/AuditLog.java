package se.handtag.audit;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.handtag.audit.proof.UntrustedCheckpoint;

/** The log. Every method throws {@link org.springframework.dao.DataAccessException} when the database is not there. */
@Component
public class AuditLog {
    /** For whoever collects events elsewhere: what is on record, without anybody's name. Off unless its level is debug. */
    private static final Logger COPY = LoggerFactory.getLogger("handtag.records");

    private final Entries entries;
    private final Sequencer sequencer;
    private final LogReader reader;
    private final Tree tree;
    private final Checkpoints checkpoints;
    private final Receipts receipts;

    AuditLog(
            Entries entries,
            Sequencer sequencer,
            LogReader reader,
            Tree tree,
            Checkpoints checkpoints,
            Receipts receipts) {
        this.entries = entries;
        this.sequencer = sequencer;
        this.reader = reader;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.receipts = receipts;
    }

    /**
     * Puts an entry on record as part of the caller's transaction: it is durable when, and only if, that commits. Soon after,
     * it gets its number. An entry of a {@linkplain AuditEntry#step() step} that is on record already adds nothing.
     *
     * @return the entry, or the earlier one of the same step
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryId append(AuditEntry entry) {
        return append(entry, false);
    }

    /**
     * Like {@link #append}, for a caller that does nothing and tells nobody before {@link #awaitDurable} has returned: its
     * transaction does not wait for the disk, so that state, record and tree cost one wait together.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryId appendAwaited(AuditEntry entry) {
        return append(entry, true);
    }

    private EntryId append(AuditEntry entry, boolean awaited) {
        EntryId id = entries.insert(entry, awaited);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (!awaited) {
                    // Whoever waits asks for its place then, and would find a group under way that it has to wait for.
                    sequencer.wake();
                }
                COPY.debug(
                        "record {}: {} {} {} {} {}",
                        id.value(),
                        entry.kind(),
                        entry.action(),
                        entry.outcome(),
                        entry.subject(),
                        entry.marks());
            }
        });
        return id;
    }

    /** For what changes nothing else: puts the entry on record in a transaction of its own. */
    @Transactional
    public EntryId appendAlone(AuditEntry entry) {
        return append(entry, false);
    }

    /**
     * Waits until an entry, and all that was committed with it, is on disk and has its place in the tree.
     *
     * @throws IllegalStateException inside a transaction: what it holds cannot be durable yet
     * @throws org.springframework.dao.DataAccessException when the entry is not durable; what needs it must not be done
     */
    public void awaitDurable(EntryId entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Inside a transaction nothing is durable");
        }
        HeldBack held = checkpoints.heldBack();
        if (held != null) {
            throw new DataAccessResourceFailureException(held.reason());
        }
        Set<EntryId> placed = sequencer.catchUp();
        if (!placed.contains(entry) && !reader.isPlaced(entry)) {
            throw new DataAccessResourceFailureException("The entry is not in the log");
        }
    }

    /**
     * Whether {@link #awaitDurable} would refuse whatever is put on record now, for what stands outside the database does not
     * go along: nothing is to be begun that needs it.
     */
    public boolean isHeldBack() {
        return checkpoints.heldBack() != null;
    }

    /** What was committed before is to be seen; not while the caller's own transaction may hold the writer up. */
    private void catchUp() {
        if (!TransactionSynchronizationManager.isActualTransactionActive() && reader.anyPending()) {
            sequencer.catchUp();
        }
    }

    /**
     * The newest records first.
     *
     * @param before only records with a smaller number, for reading on; {@link Long#MAX_VALUE} from the end
     * @param most how many at the most
     */
    public List<AuditRecord> find(AuditQuery query, long before, int most) {
        catchUp();
        return reader.find(query, before, most);
    }

    /** The same of what may be a person's matter. */
    public List<AuditRecord> find(AuditMatter matter, long before, int most) {
        catchUp();
        return reader.find(matter, before, most);
    }

    /** Every record that a query found, oldest first, as the lines of a JSON Lines file. */
    @FunctionalInterface
    public interface Export {

        /** Reads them, a page at a time. */
        void to(Consumer<String> line);
    }

    /**
     * What can be checked without the portal. A query by time alone gives every record between its first and its last, and
     * proves that.
     *
     * @throws NoCheckpoint when none can be made now, without which nothing can be proved
     */
    public Export export(AuditQuery query) {
        catchUp();
        return receipts.export(query);
    }

    /** How far somebody outside the database could vouch for the log. */
    public CheckpointStatus checkpoints() {
        return checkpoints.status();
    }

    /** Recomputes the whole log. */
    public Verification verify(Verification.Progress progress) {
        catchUp();
        long all = tree.size();
        Checkpoints.Trusted trusted;
        try {
            trusted = checkpoints.trusted();
        } catch (UntrustedCheckpoint forged) {
            return new Verification.Broken(1, Fault.FORGED_CHECKPOINT);
        }
        var verifier = new Verifier(tree, trusted.checkpoints(), Set.of());
        long after = 0;
        List<StoredRecord> page;
        do {
            page = reader.page(after, AuditQuery.EVERYTHING, LogReader.PAGE);
            var broken = verifier.accept(page);
            if (broken != null) {
                return broken;
            }
            after = page.isEmpty() ? after : page.getLast().number();
            progress.at(after, Math.max(all, after));
        } while (page.size() == LogReader.PAGE);
        var outcome = verifier.finish();
        return outcome instanceof Verification.Whole whole
                ? new Verification.Whole(whole.records(), whole.covered(), trusted.away())
                : outcome;
    }
}
