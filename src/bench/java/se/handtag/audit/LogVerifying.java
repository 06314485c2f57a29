package se.handtag.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.CompactRange;
import se.handtag.audit.proof.NodeId;
import se.handtag.audit.proof.TreeHash;

/** A log in memory, checked in full, and the same bytes hashed with SHA-256 as one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LogVerifying {
    private static final int RECORDS = 20_000;
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final List<List<StoredRecord>> pages = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private final Map<NodeId, byte[]> nodes = new HashMap<>();
    private List<Checkpoint> checkpoints = List.of();

    /** Records as long as those of a decision are. */
    @Setup
    public void write() {
        var bodies = new RecordBody();
        var range = new CompactRange(0, new TreeHash());
        List<StoredRecord> page = new ArrayList<>();
        for (int number = 1; number <= RECORDS; number++) {
            Map<String, Object> open = new LinkedHashMap<>();
            open.put("at", AT.toString());
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
                    nodes.put(id, hash);
                }
            });
            bytes.add(text);
            page.add(new StoredRecord(number, leaf, AT, body.text(), body.sealed()));
            if (page.size() == LogReader.PAGE) {
                pages.add(page);
                page = new ArrayList<>();
            }
        }
        checkpoints = List.of(new Checkpoint("bench", RECORDS, range.root()));
    }

    /** As the auditor's page does it, names included. */
    @Benchmark
    public Verification verified() {
        var verifier = new Verifier(
                wanted -> {
                    Map<NodeId, byte[]> found = new HashMap<>();
                    wanted.forEach(id -> found.put(id, nodes.get(id)));
                    return found;
                },
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

    /** What nobody can do without. */
    @Benchmark
    public byte[] hashed() throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        bytes.forEach(digest::update);
        return digest.digest();
    }
}
