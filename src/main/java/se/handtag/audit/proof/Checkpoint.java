package se.handtag.audit.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/**
 * What a log was at a moment, in the form of {@code c2sp.org/tlog-checkpoint}.
 *
 * @param origin the log's name
 * @param size how many records it held
 * @param root the root of their tree
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /**
     * @param text the text of a note
     * @throws IllegalArgumentException when it is not a checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("Not a checkpoint");
        }
        byte[] root = Base64.getDecoder().decode(lines[2]);
        if (root.length != TreeHash.LENGTH
                || !Base64.getEncoder().encodeToString(root).equals(lines[2])) {
            throw new IllegalArgumentException("Not a checkpoint's root");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }

    /**
     * The checkpoint of a note that one of these keys signed, for a log of that key's name.
     *
     * @throws UntrustedCheckpoint when none of them did, or it is not a checkpoint at all
     */
    public static Checkpoint trusted(String note, Collection<LogKey> keys) {
        try {
            var parsed = Note.parse(note);
            var checkpoint = parse(parsed.text());
            var ofThisLog = keys.stream()
                    .filter(key -> key.name().equals(checkpoint.origin))
                    .toList();
            if (parsed.isSignedBy(ofThisLog)) {
                return checkpoint;
            }
        } catch (IllegalArgumentException malformed) {
            throw new UntrustedCheckpoint(malformed);
        }
        throw new UntrustedCheckpoint(null);
    }

    /** The text to be signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** Signs it with every key. */
    public Note sign(Collection<SigningKey> keys) {
        return Note.sign(text(), keys);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint checkpoint
                && checkpoint.origin.equals(origin)
                && checkpoint.size == size
                && Arrays.equals(checkpoint.root, root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }
}
