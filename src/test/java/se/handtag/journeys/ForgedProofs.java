package se.handtag.journeys;

import static se.handtag.journeys.ForgedReceipts.GOOD;
import static se.handtag.journeys.ForgedReceipts.LOG;
import static se.handtag.journeys.ForgedReceipts.NOT_IN_LOG;
import static se.handtag.journeys.ForgedReceipts.forgery;
import static se.handtag.journeys.ForgedReceipts.sha256;
import static se.handtag.journeys.ForgedReceipts.with;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import se.handtag.audit.proof.Note;
import se.handtag.audit.proof.Receipt;
import se.handtag.journeys.ForgedReceipts.Forgery;

/**
 * Receipts whose proofs lead to the signed root all the same: under another number, or to a root that the log's own key signed
 * and that no tree has.
 */
final class ForgedProofs {
    private ForgedProofs() {}

    static List<Forgery> all() {
        var late = LOG.receipt(33);
        byte[] above = new byte[32];
        byte[] shorter = new byte[31];
        return List.of(
                forgery(
                        "a number that takes the same turns and ends below the root",
                        with(9, late.record(), late.beside(), late.proof()),
                        "sn === 0n && ",
                        NOT_IN_LOG),
                forgery(
                        "a proof that goes on above the root",
                        proving(GOOD.proof(), above, node(above, LOG.proofs().root(40))),
                        "sn === 0n || ",
                        NOT_IN_LOG),
                forgery(
                        "a hash that is too short to be one",
                        proving(
                                GOOD.proof().subList(0, GOOD.proof().size() - 1),
                                shorter,
                                // Of record 17, the last but one leads to the first 32 records.
                                node(LOG.proofs().root(32), shorter)),
                        " || p.length !== 32",
                        NOT_IN_LOG));
    }

    private static Receipt proving(List<String> proof, byte[] last, byte[] root) {
        var encoder = Base64.getEncoder();
        var whole = new ArrayList<>(proof);
        whole.add(encoder.encodeToString(last));
        String text = "sample\n40\n" + encoder.encodeToString(root) + "\n";
        return new Receipt(
                Receipt.FORMAT,
                17,
                GOOD.record(),
                GOOD.beside(),
                whole,
                Note.sign(text, List.of(LOG.signing())).whole());
    }

    private static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
