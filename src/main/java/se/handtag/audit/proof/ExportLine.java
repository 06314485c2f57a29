package se.handtag.audit.proof;

import java.util.List;
import java.util.Map;

/**
 * A record in an export.
 *
 * @param hash the leaf's, in hexadecimal, so that a changed record can be told from a changed neighbour
 * @param proof its inclusion proof in Base64; in a complete export what {@link Descent} takes, and empty in such files of before
 */
public record ExportLine(long number, String record, String hash, Map<String, Beside> beside, List<String> proof) {}
