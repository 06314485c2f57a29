package se.handtag.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Something personal that a record commits to without saying it: the record holds SHA-256 of salt and value. Once salt and
 * value are erased, nobody can find out by trying.
 *
 * @param salt 16 bytes
 */
record Sealed(String name, byte[] salt, String value) {
    private static final int SALT = 16;

    static Sealed of(String name, String value, SecureRandom random) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return new Sealed(name, salt, value);
    }

    /** In hexadecimal. */
    String commitment() {
        return commitment(salt, value);
    }

    static String commitment(byte[] salt, String value) {
        var digest = sha256();
        digest.update(salt);
        return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
