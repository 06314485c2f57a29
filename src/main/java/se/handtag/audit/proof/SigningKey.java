package se.handtag.audit.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A key that signs checkpoints, with its public half. Kept as two lines: the secret as Go's {@code sumdb/note} writes it
 * ({@code PRIVATE+KEY+<name>+<number>+<base64>}), and the vkey.
 */
public final class SigningKey {
    private static final String SECRET = "PRIVATE+KEY+";
    /** What PKCS #8 puts before the 32 secret bytes (RFC 8410). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final LogKey open;
    private final byte[] seed;

    private SigningKey(LogKey open, byte[] seed) {
        this.open = open;
        this.seed = seed;
    }

    public static SigningKey make(String name, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            var pair = generator.generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - TreeHash.LENGTH, encoded.length);
            return new SigningKey(LogKey.of(name, raw), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /**
     * @throws IllegalArgumentException when the lines are not a key, or its halves do not belong together
     */
    public static SigningKey parse(List<String> lines) {
        if (lines.size() < 2 || !lines.getFirst().startsWith(SECRET)) {
            throw new IllegalArgumentException("Not a key that signs checkpoints");
        }
        var open = LogKey.parse(lines.get(1));
        String[] secret = lines.getFirst().substring(SECRET.length()).strip().split("\\+", 3);
        byte[] typed = secret.length == 3 ? Base64.getDecoder().decode(secret[2]) : new byte[0];
        if (typed.length != 1 + TreeHash.LENGTH || typed[0] != LogKey.ED25519) {
            throw new IllegalArgumentException("Not a key that signs checkpoints");
        }
        var key = new SigningKey(open, Arrays.copyOfRange(typed, 1, typed.length));
        byte[] trial = "trial".getBytes(StandardCharsets.UTF_8);
        if (!open.verifies(trial, key.sign(trial))) {
            throw new IllegalArgumentException("The two halves of the key do not belong together");
        }
        return key;
    }

    public List<String> lines() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length)
                .put(LogKey.ED25519)
                .put(seed)
                .array();
        return List.of(
                SECRET + open.name() + "+" + HexFormat.of().toHexDigits(open.id()) + "+"
                        + Base64.getEncoder().encodeToString(typed),
                open.text());
    }

    /** The half that everybody may know. */
    public LogKey open() {
        return open;
    }

    byte[] sign(byte[] text) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(secret());
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
    }

    private PrivateKey secret() throws GeneralSecurityException {
        byte[] encoded = ByteBuffer.allocate(PKCS8.length + seed.length)
                .put(PKCS8)
                .put(seed)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    @Override
    public String toString() {
        return "SigningKey[" + open.text() + "]";
    }
}
