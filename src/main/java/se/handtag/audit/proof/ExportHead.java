package se.handtag.audit.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line of an export.
 *
 * @param format {@value #FORMAT}, or {@value #OLDER} in files of before
 * @param first the number of the first record
 * @param last the number of the last one, smaller than the first when there is none
 * @param complete whether it holds every record between the two; else each line has a proof of its own
 * @param records how many records the file holds, so that a cut file shows; null in files of before
 * @param before the subtrees of the records before the first, in Base64; empty when not complete
 * @param after the subtrees of the records after the last, up to the checkpoint
 * @param within the subtrees of the records in the file, from which each is proved on its own; empty when not complete, null in
 *     files of before
 * @param checkpoint the signed checkpoint that all is proved against
 * @param earlier an earlier checkpoint, which somebody may have at home; null when there is none
 * @param consistency proves that the earlier log is the beginning of this one
 */
public record ExportHead(
        String format,
        long first,
        long last,
        boolean complete,
        @Nullable Long records,
        List<String> before,
        List<String> after,
        @Nullable List<String> within,
        String checkpoint,
        @Nullable String earlier,
        List<String> consistency) {
    public static final String FORMAT = "handtag-export/2";
    /** Files of which may lack what is said above to be null there. */
    static final String OLDER = "handtag-export/1";

    boolean ofBefore() {
        return OLDER.equals(format);
    }

    /** Whether all is there that a file of its form brings along. */
    boolean holdsItsOwn() {
        return ofBefore() || records != null && within != null;
    }
}
