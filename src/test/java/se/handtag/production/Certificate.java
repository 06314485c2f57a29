package se.handtag.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import se.handtag.trial.Program;

/** One for {@code localhost}, made for a test, and signed by itself. */
final class Certificate {
    private static final String PASSWORD = "a-password-for-tests";
    private static final String NAME = "portal";

    private final KeyStore store;

    private Certificate(KeyStore store) {
        this.store = store;
    }

    static Certificate madeIn(Path folder) {
        Path file = folder.resolve("portal.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        try (var made = Program.start(
                folder,
                Map.of(),
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        NAME,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))) {
            if (made.untilEnded() != 0) {
                throw new AssertionError(made.output() + made.errors());
            }
            return new Certificate(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As servers want it. */
    void writeTo(Path certificate, Path key) throws IOException {
        try {
            Key secret = Objects.requireNonNull(store.getKey(NAME, PASSWORD.toCharArray()));
            pem(certificate, "CERTIFICATE", store.getCertificate(NAME).getEncoded());
            pem(key, "PRIVATE KEY", secret.getEncoded());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** For whoever trusts this certificate, and no other. */
    SSLContext trusted() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(NAME, store.getCertificate(NAME));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pem(Path file, String what, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(content)));
    }
}
