package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalTest;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.Note;
import se.handtag.audit.proof.Note.NoteSignature;
import se.handtag.audit.proof.Proofs;
import se.handtag.audit.proof.SigningKey;

/** A log that nobody touched, checked beside a checkpoint that somebody put in the place of its own. */
@PortalTest
class ForgedCheckpointTest {
    @TempDir
    Path place;

    @Autowired
    AuditLog log;

    @Autowired
    AuditSettings settings;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    CheckpointStore store;

    @Autowired
    Sequencer sequencer;

    @Autowired
    LogReader reader;

    @Autowired
    Receipts receipts;

    @Autowired
    Tree tree;

    @Autowired
    Entries entries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final SecureRandom random = new SecureRandom();
    private long before;
    private long size;

    /** How a checkpoint can be another one than the log's. */
    enum Forgery {
        BROKEN_SIGNATURE(Fault.FORGED_CHECKPOINT),
        STRANGE_KEY(Fault.FORGED_CHECKPOINT),
        STRANGE_KEY_UNDER_THE_OWN_NUMBER(Fault.FORGED_CHECKPOINT),
        ANOTHER_LOG_OF_THE_OWN_KEY(Fault.FORGED_CHECKPOINT),
        OWN_KEY_AND_ANOTHER_ROOT(Fault.NOT_THE_CHECKPOINT),
        OWN_KEY_AND_MORE_RECORDS(Fault.CUT_OFF);

        private final Fault fault;

        Forgery(Fault fault) {
            this.fault = fault;
        }
    }

    @BeforeEach
    void two_checkpoints() {
        before = covered();
        size = covered();
    }

    private long covered() {
        log.awaitDurable(log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done")));
        assertThat(checkpoints.make()).isTrue();
        return store.newest().orElseThrow().size();
    }

    private List<SigningKey> own() {
        return new LogKeys(Objects.requireNonNull(settings.keys()), settings.name()).signing(random, clock.instant());
    }

    private String note(Forgery forgery) {
        byte[] root = new Proofs(tree).root(size);
        var genuine = new Checkpoint(settings.name(), size, root);
        var strange = List.of(SigningKey.make(settings.name(), random));
        var signed = genuine.sign(own());
        var signature = signed.signatures().getFirst();
        return (switch (forgery) {
                    case BROKEN_SIGNATURE -> {
                        byte[] broken = signature.signature().clone();
                        broken[7] ^= 1;
                        yield under(signed.text(), signature, broken);
                    }
                    case STRANGE_KEY -> genuine.sign(strange);
                    case STRANGE_KEY_UNDER_THE_OWN_NUMBER ->
                        under(
                                signed.text(),
                                signature,
                                genuine.sign(strange).signatures().getFirst().signature());
                    case ANOTHER_LOG_OF_THE_OWN_KEY -> new Checkpoint("other", size, root).sign(own());
                    case OWN_KEY_AND_ANOTHER_ROOT -> new Checkpoint(settings.name(), size, new byte[32]).sign(own());
                    case OWN_KEY_AND_MORE_RECORDS -> new Checkpoint(settings.name(), size + 1_000, root).sign(own());
                })
                .whole();
    }

    private static Note under(String text, NoteSignature as, byte[] signature) {
        return new Note(text, List.of(new NoteSignature(as.name(), as.id(), signature)));
    }

    private Verification.Broken expected(Forgery forgery) {
        return new Verification.Broken(
                switch (forgery.fault) {
                    case NOT_THE_CHECKPOINT -> before + 1;
                    case CUT_OFF -> tree.size() + 1;
                    default -> 1;
                },
                forgery.fault);
    }

    /** The same log, with its checkpoints at a place of the test's own. */
    private AuditLog outside() {
        var there = new Checkpoints(
                new AuditSettings(
                        settings.name(),
                        settings.keys(),
                        new AuditSettings.Checkpoints(place, null, null, null, Duration.ofDays(1), 500, 1_000_000),
                        null,
                        null,
                        Map.of()),
                tree,
                store,
                entries,
                transaction,
                clock);
        return new AuditLog(entries, sequencer, reader, tree, there, receipts);
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void is_found_at_the_place_outside(Forgery forgery) {
        new CheckpointFolder(place).put(size, note(forgery));
        assertThat(outside().verify(Verification.Progress.NONE)).isEqualTo(expected(forgery));
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void is_found_in_the_database(Forgery forgery) {
        String note = note(forgery);
        Verification found = transaction.execute(status -> {
            status.setRollbackOnly();
            database.sql("alter table audit.checkpoint disable trigger user").update();
            assertThat(database.sql("update audit.checkpoint set note = :note where size = :size")
                            .param("note", note)
                            .param("size", size)
                            .update())
                    .isPositive();
            return log.verify(Verification.Progress.NONE);
        });
        assertThat(found).isEqualTo(expected(forgery));
    }

    @Test
    void and_the_genuine_one_is_not() {
        new CheckpointFolder(place).put(size, store.newest().orElseThrow().note());
        assertThat(outside().verify(Verification.Progress.NONE)).isEqualTo(new Verification.Whole(tree.size(), size));
    }
}
