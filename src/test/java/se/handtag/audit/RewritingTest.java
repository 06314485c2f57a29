package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.handtag.audit.Verification.Broken;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.CompactRange;
import se.handtag.audit.proof.NodeId;
import se.handtag.audit.proof.TreeHash;

/** A thousand records, altered in every way there is, before the verifier that the portal uses. */
class RewritingTest {
    private static final int MANY = 1_000;
    private static final int FEW = 64;
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final RecordBody BODIES = new RecordBody();

    /** A log as the database would hold it, free to be altered. */
    private static final class Held {
        private final List<StoredRecord> records = new ArrayList<>();
        private final Map<NodeId, byte[]> nodes = new HashMap<>();
        private final List<Checkpoint> checkpoints = new ArrayList<>();

        private static Held of(int size) {
            var held = new Held();
            for (int number = 1; number <= size; number++) {
                Map<String, Object> open = new LinkedHashMap<>();
                open.put("at", AT.toString());
                open.put("kind", "LOOK");
                open.put("outcome", "shown " + number);
                var body = BODIES.seal(open, Map.of("actor", "Anna " + number));
                byte[] text = body.text().getBytes(StandardCharsets.UTF_8);
                held.records.add(new StoredRecord(number, leaf(text), AT, text, body.sealed()));
            }
            held.hashAnew();
            held.checkpoints.add(held.checkpoint(size / 2));
            held.checkpoints.add(held.checkpoint(size));
            return held;
        }

        private void hashAnew() {
            nodes.clear();
            var range = new CompactRange(0, new TreeHash());
            records.forEach(record -> range.append(record.hash(), (id, hash) -> {
                if (id.level() > 0) {
                    nodes.put(id, hash);
                }
            }));
        }

        private Checkpoint checkpoint(int size) {
            var range = new CompactRange(0, new TreeHash());
            records.subList(0, size).forEach(record -> range.append(record.hash()));
            return new Checkpoint("test", size, range.root());
        }

        private Verifier verifier(Set<Fault> leftOut) {
            return new Verifier(
                    wanted -> {
                        var found = new ArrayList<byte @Nullable []>();
                        wanted.forEach(id -> found.add(nodes.get(id)));
                        return found;
                    },
                    checkpoints,
                    leftOut);
        }

        private Verification verify(Set<Fault> leftOut) {
            var verifier = verifier(leftOut);
            var broken = verifier.accept(records);
            return broken == null ? verifier.finish() : broken;
        }

        private void set(long number, StoredRecord record) {
            records.set((int) number - 1, record);
        }

        private StoredRecord get(long number) {
            return records.get((int) number - 1);
        }
    }

    private static byte[] leaf(byte[] body) {
        return new TreeHash().leaf(body);
    }

    private static byte[] hidden(StoredRecord record) {
        return Objects.requireNonNull(record.text()).replace("shown", "hidden").getBytes(StandardCharsets.UTF_8);
    }

    private static StoredRecord with(StoredRecord record, byte @Nullable [] body, byte[] hash) {
        return new StoredRecord(record.number(), hash, record.at(), body, record.sealed());
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    @Test
    void an_unaltered_log_is_whole_and_covered() {
        assertThat(Held.of(MANY).verify(Set.of())).isEqualTo(new Verification.Whole(MANY, MANY));
        assertThat(new Held().verify(Set.of())).isEqualTo(new Verification.Whole(0, 0));
    }

    @Test
    void every_flipped_bit_of_a_thousand_records_is_found() {
        var held = Held.of(MANY);
        var check = new RecordCheck(Set.of());
        long found = 0;
        long flips = 0;
        for (StoredRecord record : held.records) {
            byte[] text = Objects.requireNonNull(record.body());
            for (int bit = 0; bit < text.length * 8; bit++, flips++) {
                var altered = with(record, flipped(text, bit), record.hash());
                found += check.faultOf(altered) == Fault.CHANGED ? 1 : 0;
            }
            for (int bit = 0; bit < record.hash().length * 8; bit++, flips++) {
                var altered = with(record, record.body(), flipped(record.hash(), bit));
                found += check.faultOf(altered) == Fault.CHANGED ? 1 : 0;
            }
            for (Sealed sealed : record.sealed()) {
                for (int bit = 0; bit < sealed.salt().length * 8; bit++, flips++) {
                    found += beside(
                            check, record, new Sealed(sealed.name(), flipped(sealed.salt(), bit), sealed.value()));
                }
                byte[] value = sealed.value().getBytes(StandardCharsets.UTF_8);
                for (int bit = 0; bit < value.length * 8; bit++, flips++) {
                    String other = new String(flipped(value, bit), StandardCharsets.UTF_8);
                    found += beside(check, record, new Sealed(sealed.name(), sealed.salt(), other));
                }
            }
        }
        assertThat(flips).isGreaterThan(1_000_000);
        assertThat(found).isEqualTo(flips);
    }

    private static int beside(RecordCheck check, StoredRecord record, Sealed sealed) {
        var altered = new StoredRecord(record.number(), record.hash(), record.at(), record.body(), List.of(sealed));
        return check.faultOf(altered) == Fault.OTHER_NAMES ? 1 : 0;
    }

    @Test
    void every_flipped_bit_of_a_number_or_a_time_is_found() {
        var held = Held.of(MANY);
        var verifier = held.verifier(Set.of());
        for (StoredRecord record : held.records) {
            for (int bit = 0; bit < 64; bit++) {
                var renumbered = new StoredRecord(
                        record.number() ^ 1L << bit, record.hash(), record.at(), record.body(), record.sealed());
                assertThat(verifier.accept(List.of(renumbered))).isEqualTo(new Broken(record.number(), Fault.MISSING));
            }
            for (int bit = 0; bit < 40; bit++) {
                var moved = new StoredRecord(
                        record.number(),
                        record.hash(),
                        Instant.ofEpochSecond(AT.getEpochSecond() ^ 1L << bit),
                        record.body(),
                        record.sealed());
                assertThat(verifier.accept(List.of(moved))).isEqualTo(new Broken(record.number(), Fault.OTHER_TIME));
            }
            assertThat(verifier.accept(List.of(record))).isNull();
        }
    }

    @Test
    void every_flipped_bit_of_the_tree_is_found() {
        var held = Held.of(FEW);
        for (NodeId id : List.copyOf(held.nodes.keySet())) {
            byte[] hash = Objects.requireNonNull(held.nodes.get(id));
            for (int bit = 0; bit < hash.length * 8; bit++) {
                held.nodes.put(id, flipped(hash, bit));
                assertThat(held.verify(Set.of())).isEqualTo(new Broken(id.begin() + 1, Fault.TREE));
            }
            held.nodes.remove(id);
            assertThat(held.verify(Set.of())).isEqualTo(new Broken(id.begin() + 1, Fault.TREE));
            held.nodes.put(id, hash);
        }
    }

    @Test
    void each_deleted_record_each_swap_and_each_cut_is_found() {
        for (int number = 1; number <= FEW; number++) {
            var deleted = Held.of(FEW);
            deleted.records.remove(number - 1);
            assertThat(deleted.verify(Set.of()))
                    .isEqualTo(number == FEW ? new Broken(number, Fault.CUT_OFF) : new Broken(number, Fault.MISSING));

            var cut = Held.of(FEW);
            cut.records.subList(number - 1, FEW).clear();
            assertThat(cut.verify(Set.of())).isEqualTo(new Broken(number, Fault.CUT_OFF));

            for (int other = number + 1; other <= FEW; other++) {
                var swapped = Held.of(FEW);
                Collections.swap(swapped.records, number - 1, other - 1);
                assertThat(swapped.verify(Set.of())).isEqualTo(new Broken(number, Fault.MISSING));
            }
        }
    }

    @Test
    void two_records_that_take_each_others_number_are_found() {
        for (int number = 1; number < FEW; number++) {
            var swapped = Held.of(FEW);
            StoredRecord one = swapped.get(number);
            StoredRecord next = swapped.get(number + 1L);
            swapped.set(number, new StoredRecord(number, next.hash(), next.at(), next.body(), next.sealed()));
            swapped.set(number + 1L, new StoredRecord(number + 1L, one.hash(), one.at(), one.body(), one.sealed()));
            assertThat(swapped.verify(Set.of()))
                    .isInstanceOfSatisfying(
                            Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.TREE));
            swapped.hashAnew();
            assertThat(swapped.verify(Set.of()))
                    .isEqualTo(new Broken(number <= FEW / 2 ? 1 : FEW / 2 + 1, Fault.NOT_THE_CHECKPOINT));
        }
    }

    @Test
    void a_log_that_is_rewritten_as_a_whole_does_not_fit_its_checkpoint() {
        for (int number = 1; number <= FEW; number++) {
            var rewritten = Held.of(FEW);
            StoredRecord record = rewritten.get(number);
            byte[] body = hidden(record);
            rewritten.set(number, with(record, body, leaf(body)));
            rewritten.hashAnew();
            assertThat(rewritten.verify(Set.of()))
                    .isEqualTo(new Broken(number <= FEW / 2 ? 1 : FEW / 2 + 1, Fault.NOT_THE_CHECKPOINT));
            rewritten.checkpoints.clear();
            assertThat(rewritten.verify(Set.of()))
                    .as("without a checkpoint outside nobody can tell")
                    .isEqualTo(new Verification.Whole(FEW, 0));
        }
    }

    private static final Map<Fault, Function<Held, Broken>> ATTACKS = new EnumMap<>(Map.of(
            Fault.MISSING,
                    held -> {
                        held.set(9, new StoredRecord(9, held.get(9).hash(), null, null, List.of()));
                        return new Broken(9, Fault.MISSING);
                    },
            Fault.CHANGED,
                    held -> {
                        var record = held.get(9);
                        held.set(9, with(record, hidden(record), record.hash()));
                        return new Broken(9, Fault.CHANGED);
                    },
            Fault.OTHER_TIME,
                    held -> {
                        var record = held.get(9);
                        held.set(
                                9,
                                new StoredRecord(9, record.hash(), AT.plusSeconds(1), record.body(), record.sealed()));
                        return new Broken(9, Fault.OTHER_TIME);
                    },
            Fault.OTHER_NAMES,
                    held -> {
                        var record = held.get(9);
                        var sealed = List.of(
                                new Sealed("actor", record.sealed().getFirst().salt(), "Bo"));
                        held.set(9, new StoredRecord(9, record.hash(), record.at(), record.body(), sealed));
                        return new Broken(9, Fault.OTHER_NAMES);
                    },
            Fault.TREE,
                    held -> {
                        held.nodes.put(new NodeId(1, 4), new byte[32]);
                        return new Broken(9, Fault.TREE);
                    },
            Fault.NOT_THE_CHECKPOINT,
                    held -> {
                        held.checkpoints.set(0, new Checkpoint("test", FEW / 2, new byte[32]));
                        return new Broken(1, Fault.NOT_THE_CHECKPOINT);
                    },
            Fault.CUT_OFF,
                    held -> {
                        held.records.removeLast();
                        return new Broken(FEW, Fault.CUT_OFF);
                    }));

    /** Whoever leaves a check out of the verifier lets one of these through. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FORGED_CHECKPOINT", "PLACE_EMPTY"})
    void each_check_is_needed(Fault check) {
        Function<Held, Broken> attack =
                Objects.requireNonNull(ATTACKS.get(check), "an attack that only this check finds");
        var held = Held.of(FEW);
        Broken expected = attack.apply(held);
        assertThat(held.verify(Set.of())).isEqualTo(expected);
        assertThat(held.verify(Set.of(check))).as("without the check").isInstanceOf(Verification.Whole.class);
    }
}
