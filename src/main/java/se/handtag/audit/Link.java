package se.handtag.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The end of the chain: a record's number and its hash (SHA-256, FIPS 180-4). */
record Link(long number, byte[] hash) {
    static final Link NONE = new Link(0, new byte[32]);

    Link next(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash);
            return new Link(number + 1, digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    boolean sameHash(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }
}
