package se.handtag.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.CompactRange;
import se.handtag.audit.proof.TreeHash;

/**
 * A log in memory, checked in full; the same bytes hashed with SHA-256 as one; and the hashes alone that make a check, each a
 * message of its own, which is as fast as a check can become.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LogVerifying {
    private static final int RECORDS = 20_000;
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final List<List<StoredRecord>> pages = new ArrayList<>();
    /** Bodies, and what they commit to with its salt. */
    private final List<byte[]> bytes = new ArrayList<>();

    private final List<byte[]> small = new ArrayList<>();
    /** In the order in which they become complete, as the database answers. */
    private final List<byte @Nullable []> nodes = new ArrayList<>();

    private int answered;
    private List<Checkpoint> checkpoints = List.of();

    /** Records as long as those of a decision are. */
    @Setup
    public void write() {
        var bodies = new RecordBody();
        var range = new CompactRange(0, new TreeHash());
        List<StoredRecord> page = new ArrayList<>();
        for (int number = 1; number <= RECORDS; number++) {
            Map<String, Object> open = new LinkedHashMap<>();
            Instant at = AT.plus(Duration.ofMinutes(7).plusNanos(1_234_000).multipliedBy(number));
            open.put("at", at.toString());
            open.put("kind", "DECISION");
            open.put("actor", "0b9e2f1c-5f36-4c50-9d0e-3c0f0a6d2f11");
            open.put("subject", "device/19eefc94-c6ca-4215-9ac4-c366a4136e1a");
            open.put("action", "lock");
            open.put("outcome", "allowed");
            open.put("rules", List.of("own-device-lock"));
            open.put("marks", Map.of("rulesVersion", "rules " + number));
            var body = bodies.seal(open, Map.of("actor", "Anna \u00c5kesson", "label", "iPhone 16 \u2026" + number));
            byte[] text = body.text().getBytes(StandardCharsets.UTF_8);
            byte[] leaf = new TreeHash().leaf(text);
            range.append(leaf, (id, hash) -> {
                if (id.level() > 0) {
                    nodes.add(hash);
                }
            });
            bytes.add(text);
            body.sealed().forEach(sealed -> small.add(message(sealed)));
            page.add(new StoredRecord(number, leaf, at, text, body.sealed()));
            if (page.size() == LogReader.PAGE) {
                pages.add(page);
                page = new ArrayList<>();
            }
        }
        bytes.addAll(small);
        checkpoints = List.of(new Checkpoint("bench", RECORDS, range.root()));
    }

    /** As the auditor's page does it, names included. */
    @Benchmark
    public Verification verified() {
        answered = 0;
        var verifier = new Verifier(
                wanted -> nodes.subList(answered, answered += wanted.size()),
                checkpoints,
                Set.of());
        for (List<StoredRecord> page : pages) {
            var broken = verifier.accept(page);
            if (broken != null) {
                throw new IllegalStateException("Broken: " + broken);
            }
        }
        return verifier.finish();
    }

    /** What no check can do without. */
    @Benchmark
    public byte[] needed() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        var node = new byte[65];
        byte[] last = node;
        for (List<StoredRecord> page : pages) {
            for (StoredRecord record : page) {
                digest.update((byte) 0);
                last = digest.digest(Objects.requireNonNull(record.body()));
                last = digest.digest(node);
            }
        }
        for (byte[] message : small) {
            last = digest.digest(message);
        }
        return last;
    }

    private static byte[] message(Sealed sealed) {
        byte[] value = sealed.value().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(sealed.salt().length + value.length)
                .put(sealed.salt())
                .put(value)
                .array();
    }

    /** All of it as one message. */
    @Benchmark
    public byte[] hashed() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        bytes.forEach(digest::update);
        return digest.digest();
    }
}
