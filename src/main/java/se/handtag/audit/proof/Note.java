package se.handtag.audit.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A signed note as C2SP describes it ({@code c2sp.org/signed-note}): a text that ends with a line break, an empty line, and
 * a line for each signature.
 *
 * @param text what is signed, with its last line break
 */
public record Note(String text, List<NoteSignature> signatures) {
    private static final String DASH = "\u2014 ";
    /** No checkpoint is longer; whatever is, is not read. */
    private static final int LONGEST = 100_000;

    /**
     * @param name the key's name, which says nothing by itself
     * @param id the key's number
     */
    public record NoteSignature(String name, int id, byte[] signature) {}

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** Signs a text with every key, in their order. */
    public static Note sign(String text, Collection<SigningKey> keys) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Note(
                text,
                keys.stream()
                        .map(key ->
                                new NoteSignature(key.open().name(), key.open().id(), key.sign(bytes)))
                        .toList());
    }

    /**
     * @throws IllegalArgumentException when it is not a signed note
     */
    public static Note parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || gap < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("Not a signed note");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        String lines = note.substring(gap + 2);
        for (String line : lines.split("\n", -1)) {
            if (!line.isEmpty()) {
                signatures.add(signature(line));
            }
        }
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("A note without a signature");
        }
        return new Note(note.substring(0, gap + 1), signatures);
    }

    private static NoteSignature signature(String line) {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a note's signature");
        }
        byte[] bytes = Base64.getDecoder().decode(parts[1]);
        if (bytes.length <= Integer.BYTES
                || !Base64.getEncoder().encodeToString(bytes).equals(parts[1])) {
            throw new IllegalArgumentException("Not a note's signature");
        }
        return new NoteSignature(
                parts[0], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /**
     * Whether one of the keys signed it, and no signature under the name and number of any of them is false. Signatures of
     * others say nothing.
     */
    public boolean isSignedBy(Collection<LogKey> keys) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean signed = false;
        for (var signature : signatures) {
            for (var key : keys) {
                if (key.name().equals(signature.name()) && key.id() == signature.id()) {
                    if (!key.verifies(bytes, signature.signature())) {
                        return false;
                    }
                    signed = true;
                }
            }
        }
        return signed;
    }

    /** The note as it is kept and handed on. */
    public String whole() {
        var whole = new StringBuilder(text).append('\n');
        for (var signature : signatures) {
            byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.signature().length)
                    .putInt(signature.id())
                    .put(signature.signature())
                    .array();
            whole.append(DASH)
                    .append(signature.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append('\n');
        }
        return whole.toString();
    }
}
