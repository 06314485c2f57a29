package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.audit.Checkpoints.Compared;

@PortalTest
class ComparisonTest {
    @Autowired
    AuditLog log;

    @Autowired
    AuditSettings settings;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    CheckpointStore store;

    @Autowired
    Tree tree;

    @Autowired
    Clock clock;

    /** While it is asked, the log grows, and a checkpoint of all of it is put there. */
    private final class SlowPlace implements CheckpointPlace {
        private long covered;

        @Override
        public @Nullable String latest() {
            log.awaitDurable(log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done")));
            assertThat(checkpoints.make()).isTrue();
            var newest = store.newest().orElseThrow();
            covered = newest.size();
            return newest.note();
        }

        @Override
        public void put(long size, String note) {
            throw new AssertionError("Comparing puts nothing");
        }

        @Override
        public String name() {
            return "slow";
        }
    }

    @Test
    void a_checkpoint_that_was_put_while_its_place_was_asked_fits() {
        var keys = new LogKeys(Objects.requireNonNull(settings.keys()), settings.name());
        var nowhere = new AuditSettings.Checkpoints(null, null, null, null, Duration.ofDays(1), 500, 50_000);
        var comparison = new Comparison(
                new AuditSettings(settings.name(), settings.keys(), nowhere, null, null, Map.of()),
                tree,
                store,
                keys,
                clock);
        var place = new SlowPlace();
        comparison.places().add(place);
        long before = tree.size();
        assertThat(comparison.compare()).isEqualTo(new Compared.Fits());
        assertThat(place.covered).isGreaterThan(before);
        assertThat(comparison.isAnotherLog()).isFalse();
    }
}
