package se.handtag.audit.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962, section 2.1 (SHA-256). An instance serves one thread. */
public final class TreeHash {
    /** Length of a hash in bytes. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();
    // One call of the digest for a node's 65 bytes is much faster than three.
    private final byte[] pair = new byte[1 + 2 * LENGTH];

    /** The root of a tree without leaves. */
    public static byte[] empty() {
        return sha256().digest();
    }

    public byte[] leaf(byte[] record) {
        digest.update(LEAF);
        return digest.digest(record);
    }

    /**
     * @param left of 32 bytes, like {@code right}
     */
    public byte[] node(byte[] left, byte[] right) {
        pair[0] = NODE;
        System.arraycopy(left, 0, pair, 1, LENGTH);
        System.arraycopy(right, 0, pair, 1 + LENGTH, LENGTH);
        return digest.digest(pair);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
