package se.handtag.recovery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Ed25519 key (RFC 8032) that signs links: from the settings, or for the trial from the database. */
@Component
class LinkKeys {
    private static final String ALGORITHM = "Ed25519";

    private final RecoverySettings settings;
    private final JdbcClient database;
    private final AtomicReference<@Nullable KeyPair> known = new AtomicReference<>();

    LinkKeys(RecoverySettings settings, JdbcClient database) {
        this.settings = settings;
        this.database = database;
    }

    boolean there() {
        return settings.linkPrivateKey() != null || settings.linkKeyInDatabase();
    }

    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key().getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A link cannot be signed", failed);
        }
    }

    boolean verifies(byte[] text, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key().getPublic());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException notOurs) {
            return false;
        }
    }

    private KeyPair key() throws GeneralSecurityException {
        KeyPair key = known.get();
        if (key == null) {
            key = read();
            known.set(key);
        }
        return key;
    }

    private KeyPair read() throws GeneralSecurityException {
        if (settings.linkPrivateKey() != null && settings.linkPublicKey() != null) {
            var base64 = Base64.getDecoder();
            return pair(base64.decode(settings.linkPrivateKey()), base64.decode(settings.linkPublicKey()));
        }
        if (!settings.linkKeyInDatabase()) {
            throw new GeneralSecurityException("There is no key");
        }
        KeyPair fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        database.sql("insert into recovery.link_key (private_key, public_key) values (:private, :public)"
                        + " on conflict do nothing")
                .param("private", fresh.getPrivate().getEncoded())
                .param("public", fresh.getPublic().getEncoded())
                .update();
        Optional<byte[][]> kept = database.sql("select private_key, public_key from recovery.link_key")
                .query((row, _) -> new byte[][] {row.getBytes("private_key"), row.getBytes("public_key")})
                .optional();
        return pair(kept.orElseThrow()[0], kept.orElseThrow()[1]);
    }

    private static KeyPair pair(byte[] secret, byte[] open) throws GeneralSecurityException {
        var factory = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(open)),
                factory.generatePrivate(new PKCS8EncodedKeySpec(secret)));
    }
}
