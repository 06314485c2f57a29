package se.handtag.audit.proof;

import java.util.List;
import java.util.Map;

/**
 * Proves one record to somebody who trusts nothing but the log's public key. Kept as JSON.
 *
 * @param format {@value #FORMAT}
 * @param number the record's number, from 1
 * @param record its text, as it was hashed
 * @param beside names, texts and addresses that it commits to, by name
 * @param proof the inclusion proof of RFC 6962, in Base64
 * @param checkpoint a signed checkpoint that covers the record
 */
public record Receipt(
        String format, long number, String record, Map<String, Beside> beside, List<String> proof, String checkpoint) {
    public static final String FORMAT = "handtag-receipt/1";
}
