package se.handtag.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import se.handtag.trial.mdm.TrialMdm;
import se.handtag.trial.mdm.TrialMdmSettings;

/** The trial MDM with a fleet of any size, whose world stands still. */
final class TrialFleet implements AutoCloseable {
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("handtag:handtag".getBytes(StandardCharsets.UTF_8));
    private final EmbeddedPostgres database;
    private final TrialMdm mdm;
    private final HttpClient http = HttpClient.newHttpClient();

    TrialFleet(int devices) throws IOException {
        database = EmbeddedPostgres.start();
        mdm = TrialMdm.start(TrialMdmSettings.of(database.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                .withDevices(devices)
                .withSpeed(0));
    }

    String url() {
        return mdm.apiUrl().toString();
    }

    /** The body of a GET at an address such as {@code /devices}. */
    byte[] get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", LOGIN)
                .build();
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        http.close();
        mdm.close();
        database.close();
    }
}
