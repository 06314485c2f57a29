package se.handtag.mdm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/** Which servers pass for the MDM: by the system's authorities, by the company's own, or by one certificate alone. */
final class Trust {

    private Trust() {}

    static TlsSocketStrategy strategy(MdmSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            if (settings.pinnedCertificate() != null) {
                context.init(null, new TrustManager[] {new Pinned(settings.pinnedCertificate())}, null);
                // The one certificate is the identity, also where the name in it is not the host's.
                return new DefaultClientTlsStrategy(
                        context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
            }
            if (settings.certificateAuthority() != null) {
                context.init(null, authorities(settings.certificateAuthority()), null);
                return new DefaultClientTlsStrategy(context);
            }
            return DefaultClientTlsStrategy.createDefault();
        } catch (GeneralSecurityException | IOException cannot) {
            throw new IllegalStateException(
                    "handtag.mdm.certificate-authority cannot be used: " + cannot.getMessage(), cannot);
        }
    }

    static boolean holdsAuthorities(Path pem) {
        try {
            authorities(pem);
            return true;
        } catch (GeneralSecurityException | IOException cannot) {
            return false;
        }
    }

    private static TrustManager[] authorities(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream file = Files.newInputStream(pem)) {
            int number = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
            if (number == 0) {
                throw new CertificateException("no certificate in " + pem);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Trusts the certificate with one SHA-256, while it is valid. */
    private static final class Pinned implements X509TrustManager {
        private final byte[] sha256;

        Pinned(String hex) {
            sha256 = HexFormat.of().parseHex(hex.replace(":", "").toLowerCase(Locale.ROOT));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            try {
                byte[] found = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
                if (!MessageDigest.isEqual(found, sha256)) {
                    throw new CertificateException("the MDM's certificate is not the pinned one");
                }
            } catch (GeneralSecurityException cannot) {
                throw cannot instanceof CertificateException known ? known : new CertificateException(cannot);
            }
            chain[0].checkValidity();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
