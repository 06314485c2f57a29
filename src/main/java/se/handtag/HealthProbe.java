package se.handtag;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Asks the portal beside it whether it is well, for a container without {@code curl}: ends with 0 when
 * {@code /actuator/health} answers 200 on {@code SERVER_PORT} (8080), else with 1. Whether the node speaks TLS may stand in any
 * of its settings, of which the probe sees the environment alone: so it is found out by asking.
 */
final class HealthProbe {
    private static final int PATIENCE_MILLISECONDS = 4_000;

    private HealthProbe() {}

    public static void main(String[] arguments) {
        System.exit(isWell(System.getenv().getOrDefault("SERVER_PORT", "8080")) ? 0 : 1);
    }

    static boolean isWell(String port) {
        String portal = "://localhost:" + port + "/actuator/health";
        try {
            int plain = status("http" + portal);
            // What a port with TLS says to whoever asks without; one without TLS says it of no health.
            return plain == HttpURLConnection.HTTP_BAD_REQUEST
                    ? isWellByTls(portal)
                    : plain == HttpURLConnection.HTTP_OK;
        } catch (SocketTimeoutException slow) {
            // A port with TLS answers whoever asks without at once.
            System.err.println("No answer in time from http" + portal);
            return false;
        } catch (IOException noHttp) {
            return isWellByTls(portal);
        } catch (IllegalArgumentException noPort) {
            System.err.println("No port: " + port);
            return false;
        }
    }

    private static boolean isWellByTls(String portal) {
        try {
            return status("https" + portal) == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            System.err.println("No answer from http" + portal + ", nor with TLS");
            return false;
        }
    }

    private static int status(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(trustingAll().getSocketFactory());
            secure.setHostnameVerifier((_, _) -> true);
        }
        connection.setConnectTimeout(PATIENCE_MILLISECONDS);
        connection.setReadTimeout(PATIENCE_MILLISECONDS);
        return connection.getResponseCode();
    }

    private static SSLContext trustingAll() throws IOException {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {new Anybody()}, null);
            return tls;
        } catch (GeneralSecurityException cannot) {
            throw new IOException(cannot);
        }
    }

    /** The certificate is for another name, and nobody but this machine is on the way. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
