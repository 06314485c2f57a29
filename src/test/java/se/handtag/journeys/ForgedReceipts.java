package se.handtag.journeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.handtag.audit.proof.Beside;
import se.handtag.audit.proof.Checkpoint;
import se.handtag.audit.proof.LogKey;
import se.handtag.audit.proof.Note;
import se.handtag.audit.proof.Note.NoteSignature;
import se.handtag.audit.proof.Receipt;
import se.handtag.audit.proof.SampleLog;
import se.handtag.audit.proof.SigningKey;
import tools.jackson.databind.json.JsonMapper;

/** Receipts that prove nothing, each made so that one check of the page alone stands in its way. */
final class ForgedReceipts {
    static final SampleLog LOG = new SampleLog(40);
    static final Receipt GOOD = LOG.receipt(17);
    private static final byte ANOTHER_KIND = 2;

    private static final String UNSIGNED = "The checkpoint is not signed with this key";
    static final String NOT_IN_LOG = "The record is not in the log, or not as the file says";
    private static final String OTHER_NAMES = "A name or text beside the record is not the one that was recorded";
    static final String UNREADABLE = "This is not a receipt";
    static final String NO_KEY = "That is not a public key";

    private static final String LEADS_TO_THE_ROOT = "return sn === 0n && same(r, root);";
    private static final String IS_THE_ROOT = " && same(r, root)";
    private static final String IS_SIGNED = "need(signed, 'UNSIGNED');";
    private static final String SIGNATURE_HOLDS =
            "need(await crypto.subtle.verify('Ed25519', imported, bytes.slice(4), utf8(text)), 'UNSIGNED');";
    private static final String COMMITS = "need(record.sealed && record.sealed[name] === commitment, 'OTHER_NAMES');";

    private ForgedReceipts() {}

    /**
     * @param check what stands in its way, as it is written in the page
     * @param without what stands there in a page that lacks it
     */
    record Forgery(String name, String file, String key, String check, String without, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Forgery forgery(String name, Receipt file, String check, String words) {
        String without = check.startsWith("return") ? "return true;" : check.startsWith("if (same") ? "if (true)" : "";
        return new Forgery(name, json(file), LOG.key().text(), check, without, words);
    }

    static String json(Receipt receipt) {
        return JsonMapper.shared().writeValueAsString(receipt);
    }

    static Receipt with(long number, String record, Map<String, Beside> beside, List<String> proof) {
        return new Receipt(Receipt.FORMAT, number, record, beside, proof, GOOD.checkpoint());
    }

    static Receipt under(String note) {
        return new Receipt(Receipt.FORMAT, 17, GOOD.record(), GOOD.beside(), GOOD.proof(), note);
    }

    private static Receipt under(String text, NoteSignature signature) {
        return under(new Note(text, List.of(signature)).whole());
    }

    private static Receipt saying(String record) {
        return with(17, record, GOOD.beside(), GOOD.proof());
    }

    private static Receipt naming(String name, String salt, String value) {
        return with(17, GOOD.record(), Map.of(name, new Beside(salt, value)), GOOD.proof());
    }

    private static List<String> otherProof() {
        var proof = new ArrayList<>(GOOD.proof());
        byte[] hash = Base64.getDecoder().decode(proof.get(2));
        hash[0] ^= 1;
        proof.set(2, Base64.getEncoder().encodeToString(hash));
        return proof;
    }

    private static NoteSignature signature() {
        return Note.parse(GOOD.checkpoint()).signatures().getFirst();
    }

    static Stream<Forgery> all() {
        return Stream.of(
                        ofTheSignature(),
                        ofTheCheckpoint(),
                        ofTheRecord(),
                        ForgedProofs.all(),
                        ofTheNames(),
                        ofTheKey())
                .flatMap(List::stream);
    }

    private static List<Forgery> ofTheSignature() {
        var root = LOG.proofs().root(40);
        var strange = SigningKey.make("sample", new SecureRandom());
        String text = Note.parse(GOOD.checkpoint()).text();
        var good = signature();
        byte[] broken = good.signature().clone();
        broken[7] ^= 1;
        return List.of(
                forgery(
                        "a strange key of the same name",
                        under(new Checkpoint("sample", 40, root)
                                .sign(List.of(strange))
                                .whole()),
                        IS_SIGNED,
                        UNSIGNED),
                forgery(
                        "a broken signature",
                        under(text, new NoteSignature(good.name(), good.id(), broken)),
                        SIGNATURE_HOLDS,
                        UNSIGNED),
                forgery(
                        "a strange key under the number of the log's",
                        under(
                                text,
                                new NoteSignature(
                                        good.name(),
                                        good.id(),
                                        Note.sign(text, List.of(strange))
                                                .signatures()
                                                .getFirst()
                                                .signature())),
                        SIGNATURE_HOLDS,
                        UNSIGNED),
                forgery(
                        "a signature under another number",
                        under(text, new NoteSignature(good.name(), good.id() + 1, good.signature())),
                        "if (same(bytes.slice(0, 4), key.id))",
                        UNSIGNED),
                forgery(
                        "a signature under another name",
                        under(text, new NoteSignature("other", good.id(), good.signature())),
                        " && parts[1] === key.name",
                        UNSIGNED),
                forgery(
                        "a line that is no signature's",
                        under(GOOD.checkpoint().replace("\u2014 ", "- ")),
                        " && parts[0] === '\\u2014'",
                        UNSIGNED));
    }

    private static List<Forgery> ofTheCheckpoint() {
        String root = Base64.getEncoder().encodeToString(LOG.proofs().root(40));
        return List.of(
                forgery(
                        "another size than the one that was signed",
                        under(GOOD.checkpoint().replace("\n40\n", "\n41\n")),
                        SIGNATURE_HOLDS,
                        UNSIGNED),
                forgery(
                        "another log of the same key",
                        under(Note.sign("other\n40\n" + root + "\n", List.of(LOG.signing()))
                                .whole()),
                        " && lines[0] === key.name",
                        UNSIGNED),
                forgery(
                        "a size that no checkpoint has",
                        under(Note.sign("sample\n0040\n" + root + "\n", List.of(LOG.signing()))
                                .whole()),
                        " && /^(0|[1-9][0-9]{0,14})$/.test(lines[1])",
                        UNSIGNED),
                forgery("the checkpoint of another tree size", under(LOG.note(38)), IS_THE_ROOT, NOT_IN_LOG));
    }

    private static List<Forgery> ofTheRecord() {
        var text = forgery("a number that is a text", GOOD, " && Number.isSafeInteger(receipt.number)", UNREADABLE);
        return List.of(
                forgery(
                        "another outcome in the record",
                        saying(GOOD.record().replace("\"17\"", "\"18\"")),
                        IS_THE_ROOT,
                        NOT_IN_LOG),
                forgery(
                        "another time in the record",
                        saying(GOOD.record().replace("2026-01-01", "2026-01-02")),
                        IS_THE_ROOT,
                        NOT_IN_LOG),
                forgery(
                        "another number",
                        with(18, GOOD.record(), GOOD.beside(), GOOD.proof()),
                        IS_THE_ROOT,
                        NOT_IN_LOG),
                forgery(
                        "a number beyond the log that takes the same turns on the way up",
                        with(17 + 64, GOOD.record(), GOOD.beside(), GOOD.proof()),
                        "if (!(index >= 0 && index < size)) return false;",
                        NOT_IN_LOG),
                forgery(
                        "another hash in the proof",
                        with(17, GOOD.record(), GOOD.beside(), otherProof()),
                        IS_THE_ROOT,
                        NOT_IN_LOG),
                forgery(
                        "no proof at all",
                        with(17, GOOD.record(), GOOD.beside(), List.of()),
                        LEADS_TO_THE_ROOT,
                        NOT_IN_LOG),
                new Forgery(
                        text.name(),
                        text.file().replace("\"number\":17", "\"number\":\"17\""),
                        text.key(),
                        text.check(),
                        text.without(),
                        text.words()),
                forgery(
                        "another form of receipt",
                        new Receipt(
                                "handtag-receipt/9", 17, GOOD.record(), GOOD.beside(), GOOD.proof(), GOOD.checkpoint()),
                        "receipt.format === 'handtag-receipt/1' && ",
                        UNREADABLE));
    }

    private static List<Forgery> ofTheNames() {
        String salt = SampleLog.NAME.salt();
        String name = SampleLog.NAME.value();
        return List.of(
                forgery("another name", naming("actor", salt, "Bo Lind"), COMMITS, OTHER_NAMES),
                forgery("another salt", naming("actor", salt.replace('a', 'b'), name), COMMITS, OTHER_NAMES),
                forgery(
                        "a salt with half a byte too many",
                        naming("actor", salt + "0", name),
                        "need(/^([0-9a-f]{2})*$/.test(text), 'UNREADABLE');",
                        UNREADABLE),
                forgery(
                        "a name that the record does not speak of",
                        naming("device", salt, name),
                        COMMITS,
                        OTHER_NAMES));
    }

    private static List<Forgery> ofTheKey() {
        LogKey key = LOG.key();
        String[] parts = key.text().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        typed[0] = ANOTHER_KIND;
        byte[] id = idOf(key.name(), typed);
        var other = under(
                Note.parse(GOOD.checkpoint()).text(),
                new NoteSignature(
                        key.name(), ByteBuffer.wrap(id).getInt(), signature().signature()));
        return List.of(
                new Forgery(
                        "a key whose number is not its own",
                        json(GOOD),
                        parts[0] + "+00000000+" + parts[2],
                        "need(hex(id) === vkey.slice(at[0] + 1, at[1]), 'NO_KEY');",
                        "",
                        NO_KEY),
                new Forgery(
                        "a key of another kind",
                        json(other),
                        key.name() + "+" + HexFormat.of().formatHex(id) + "+"
                                + Base64.getEncoder().encodeToString(typed),
                        "need(typed.length === 33 && typed[0] === 1, 'NO_KEY');",
                        "",
                        NO_KEY));
    }

    private static byte[] idOf(String name, byte[] typed) {
        var digest = sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed), Integer.BYTES);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
