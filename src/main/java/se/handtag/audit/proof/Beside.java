package se.handtag.audit.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * A name, text or address that stands beside a record, which commits to it by SHA-256 of salt and value.
 *
 * @param salt in hexadecimal
 */
public record Beside(String salt, String value) {

    /** What the record must hold under this thing's name, in hexadecimal. */
    public String commitment() {
        var digest = TreeHash.sha256();
        digest.update(HexFormat.of().parseHex(salt));
        return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the record commits to all of these. */
    static boolean committedBy(Map<String, String> sealed, Map<String, Beside> all) {
        try {
            return all.entrySet().stream()
                    .allMatch(one -> one.getValue().commitment().equals(sealed.get(one.getKey())));
        } catch (IllegalArgumentException noHexadecimal) {
            return false;
        }
    }
}
