package se.handtag.audit.proof;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log in memory, for whoever checks what leaves a log. */
public final class SampleLog {
    public static final Beside NAME = new Beside("00112233445566778899aabbccddeeff", "Anna \u00c5kesson");

    private final List<String> records = new ArrayList<>();
    private final Map<NodeId, byte[]> nodes = new HashMap<>();
    private final CompactRange range = new CompactRange(0, new TreeHash());
    private final SigningKey key = SigningKey.make("sample", new SecureRandom());

    public SampleLog(int size) {
        for (int i = 1; i <= size; i++) {
            append("{\"at\":\"2026-01-01T00:00:00Z\",\"kind\":\"LOOK\",\"outcome\":\"" + i
                    + "\",\"sealed\":{\"actor\":\"" + NAME.commitment() + "\"}}");
        }
    }

    private void append(String record) {
        records.add(record);
        range.append(new TreeHash().leaf(record.getBytes(StandardCharsets.UTF_8)), nodes::put);
    }

    public Proofs proofs() {
        return new Proofs(wanted -> {
            var found = new ArrayList<byte @Nullable []>();
            wanted.forEach(id -> found.add(nodes.get(id)));
            return found;
        });
    }

    public LogKey key() {
        return key.open();
    }

    public SigningKey signing() {
        return key;
    }

    public String record(long number) {
        return records.get((int) number - 1);
    }

    public byte[] leaf(long number) {
        return new TreeHash().leaf(record(number).getBytes(StandardCharsets.UTF_8));
    }

    public long size() {
        return records.size();
    }

    public String note(long size) {
        return new Checkpoint("sample", size, proofs().root(size))
                .sign(List.of(key))
                .whole();
    }

    public Receipt receipt(long number) {
        return new Receipt(
                Receipt.FORMAT,
                number,
                record(number),
                Map.of("actor", NAME),
                encoded(proofs().inclusion(number - 1, size())),
                note(size()));
    }

    public ExportHead head(long first, long last, boolean complete, long earlier) {
        return new ExportHead(
                ExportHead.FORMAT,
                first,
                last,
                complete,
                last - first + 1,
                complete ? encoded(proofs().cover(0, first - 1)) : List.of(),
                complete ? encoded(proofs().cover(last, size())) : List.of(),
                complete ? encoded(proofs().cover(first - 1, last)) : List.of(),
                note(size()),
                note(earlier),
                encoded(proofs().consistency(earlier, size())));
    }

    /** One of those from the first to the last, all of which are there. */
    public ExportLine line(long number, long first, long last) {
        return line(number, proofs().hashes(Descent.siblings(number - 1, NodeId.cover(first - 1, last))));
    }

    /** One of some. */
    public ExportLine line(long number) {
        return line(number, proofs().inclusion(number - 1, size()));
    }

    private ExportLine line(long number, List<byte[]> proof) {
        return new ExportLine(
                number, record(number), HexFormat.of().formatHex(leaf(number)), Map.of("actor", NAME), encoded(proof));
    }

    static List<String> encoded(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
