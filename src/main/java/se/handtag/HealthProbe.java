package se.handtag;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the portal beside it whether it is well, for a container without {@code curl}: ends with 0 when
 * {@code /actuator/health} answers 200 on {@code SERVER_PORT} (8080), else with 1.
 */
final class HealthProbe {
    private static final int PATIENCE_MILLISECONDS = 4_000;

    private HealthProbe() {}

    public static void main(String[] arguments) {
        var port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        System.exit(isWell("http://localhost:" + port + "/actuator/health") ? 0 : 1);
    }

    private static boolean isWell(String address) {
        try {
            var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLISECONDS);
            connection.setReadTimeout(PATIENCE_MILLISECONDS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("No answer from " + address);
            return false;
        }
    }
}
