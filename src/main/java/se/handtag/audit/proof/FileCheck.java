package se.handtag.audit.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import se.handtag.audit.proof.Checked.Bad;
import se.handtag.audit.proof.Checked.Flaw;
import se.handtag.audit.proof.Checked.Proved;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checks receipts and exports against the log's public key, and nothing else. An instance checks one file. */
public final class FileCheck {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Collection<LogKey> keys;
    private final TreeHash hash = new TreeHash();

    /**
     * @param keys the public keys that are trusted; they must come on another way than the file
     */
    public FileCheck(Collection<LogKey> keys) {
        this.keys = keys;
    }

    /** What is to be proved turns out not to be: goes up to where the file's name is known. */
    private static final class NotProved extends RuntimeException {
        private final Bad bad;

        private NotProved(long number, Flaw flaw) {
            super(flaw.name(), null, false, false);
            this.bad = new Bad(number, flaw);
        }
    }

    /**
     * Checks a file, whichever of the two it is.
     *
     * @param read told how many characters were read so far
     */
    public Checked check(BufferedReader file, LongConsumer read) throws IOException {
        try {
            String first = file.readLine();
            if (first == null) {
                return new Bad(0, Flaw.UNREADABLE);
            }
            if (first.contains("\"" + ExportHead.FORMAT + "\"") || first.contains("\"" + ExportHead.OLDER + "\"")) {
                read.accept(first.length() + 1L);
                return export(head(first), file, count -> read.accept(first.length() + 1L + count));
            }
            var text = new StringBuilder(first);
            file.lines().limit(100_000).forEach(text.append('\n')::append);
            return receipt(JSON.readValue(text.toString(), Receipt.class));
        } catch (NotProved notProved) {
            return notProved.bad;
        } catch (JacksonException | IllegalArgumentException malformed) {
            return new Bad(0, Flaw.UNREADABLE);
        }
    }

    /** Checks a receipt. */
    public Checked receipt(Receipt receipt) {
        try {
            require(Receipt.FORMAT.equals(receipt.format()), 0, Flaw.UNREADABLE);
            var checkpoint = trusted(receipt.checkpoint(), Flaw.UNSIGNED);
            prove(receipt.number(), leaf(receipt.record()), receipt.proof(), checkpoint);
            requireNames(receipt.number(), receipt.record(), receipt.beside());
            return new Proved(1, checkpoint.origin(), checkpoint.size());
        } catch (NotProved notProved) {
            return notProved.bad;
        } catch (JacksonException | IllegalArgumentException malformed) {
            return new Bad(0, Flaw.UNREADABLE);
        }
    }

    private Checked export(ExportHead head, BufferedReader lines, LongConsumer read) throws IOException {
        require(ExportHead.FORMAT.equals(head.format()) || head.ofBefore(), 0, Flaw.UNREADABLE);
        require(head.holdsItsOwn(), 0, Flaw.HEAD);
        var checkpoint = trusted(head.checkpoint(), Flaw.UNSIGNED);
        requireConsistent(head, checkpoint);
        var run = head.complete() ? run(head, checkpoint) : null;
        long records = 0;
        long characters = 0;
        long last = head.first() - 1;
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            var line = line(text);
            if (line == null) {
                // What was cut off seldom ends with a whole line.
                throw lines.readLine() == null && last < head.last()
                        ? new NotProved(0, Flaw.CUT)
                        : new NotProved(last + 1, Flaw.CHANGED);
            }
            require(!head.complete() || line.number() == last + 1, last + 1, Flaw.MISSING);
            require(line.number() > last && line.number() <= head.last(), line.number(), Flaw.NOT_IN_LOG);
            prove(line, run, checkpoint);
            last = line.number();
            records++;
            characters += text.length() + 1;
            read.accept(characters);
        }
        if (run != null) {
            require(last == head.last(), last + 1, Flaw.MISSING);
            require(run.isProvedAtItsEnd(), head.first(), head.ofBefore() ? Flaw.OLDER_NOT_IN_LOG : Flaw.NOT_IN_LOG);
        }
        Long said = head.records();
        require(last == head.last() && (said == null || said == records), 0, Flaw.CUT);
        return new Proved(records, checkpoint.origin(), checkpoint.size(), head.ofBefore());
    }

    private Run run(ExportHead head, Checkpoint checkpoint) {
        require(
                head.first() >= 1 && head.last() >= head.first() - 1 && head.last() <= checkpoint.size(),
                0,
                Flaw.UNREADABLE);
        var run = new Run(head, checkpoint, hash);
        require(run.mayBeOfTheLog(), head.first(), Flaw.NOT_IN_LOG);
        return run;
    }

    private void prove(ExportLine line, @Nullable Run run, Checkpoint checkpoint) {
        try {
            byte[] leaf = leaf(line.record());
            require(HexFormat.of().formatHex(leaf).equals(line.hash()), line.number(), Flaw.CHANGED);
            if (run == null) {
                prove(line.number(), leaf, line.proof(), checkpoint);
            } else {
                require(run.isNext(leaf, decoded(line.proof())), line.number(), Flaw.OTHER_RECORD);
            }
            requireNames(line.number(), line.record(), line.beside());
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new NotProved(line.number(), Flaw.CHANGED);
        }
    }

    private static ExportHead head(String line) {
        var head = JSON.readTree(line);
        if (head instanceof ObjectNode fields) {
            for (String since : new String[] {"records", "within"}) {
                if (!fields.has(since)) {
                    fields.putNull(since);
                }
            }
        }
        return JSON.treeToValue(head, ExportHead.class);
    }

    private static @Nullable ExportLine line(String text) {
        try {
            return JSON.readValue(text, ExportLine.class);
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private Checkpoint trusted(String note, Flaw otherwise) {
        try {
            return Checkpoint.trusted(note, keys);
        } catch (UntrustedCheckpoint untrusted) {
            throw new NotProved(0, otherwise);
        }
    }

    private void requireConsistent(ExportHead head, Checkpoint checkpoint) {
        @Nullable String earlier = head.earlier();
        if (earlier != null) {
            var before = trusted(earlier, Flaw.EARLIER_UNSIGNED);
            require(
                    before.origin().equals(checkpoint.origin())
                            && Proofs.consistent(
                                    before.size(),
                                    before.root(),
                                    checkpoint.size(),
                                    checkpoint.root(),
                                    decoded(head.consistency())),
                    0,
                    Flaw.INCONSISTENT);
        }
    }

    private void prove(long number, byte[] leaf, List<String> proof, Checkpoint checkpoint) {
        require(
                Proofs.includes(leaf, number - 1, checkpoint.size(), decoded(proof), checkpoint.root()),
                number,
                Flaw.NOT_IN_LOG);
    }

    private static void requireNames(long number, String record, Map<String, Beside> beside) {
        if (!beside.isEmpty()) {
            Map<String, String> sealed = new LinkedHashMap<>();
            JSON.readTree(record)
                    .path("sealed")
                    .properties()
                    .forEach(one -> sealed.put(one.getKey(), one.getValue().asString()));
            require(Beside.committedBy(sealed, beside), number, Flaw.OTHER_NAMES);
        }
    }

    private byte[] leaf(String record) {
        return hash.leaf(record.getBytes(StandardCharsets.UTF_8));
    }

    static List<byte[]> decoded(List<String> hashes) {
        return hashes.stream().map(Base64.getDecoder()::decode).toList();
    }

    private static void require(boolean holds, long number, Flaw flaw) {
        if (!holds) {
            throw new NotProved(number, flaw);
        }
    }
}
