package se.handtag.production;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import se.handtag.trial.Program;

/** What a container asks a node about its health, with the node's own web server, set up as the handbook says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthProbeTest {
    @TempDir
    private Path folder = Path.of("");

    private int health = HttpServletResponse.SC_OK;

    @Test
    void a_node_that_speaks_tls_is_told_well_from_ill() throws IOException {
        var ssl = new Ssl();
        Path certificate = folder.resolve("node.pem");
        Path key = folder.resolve("node.key");
        Certificate.madeIn(folder).writeTo(certificate, key);
        ssl.setCertificate("file:" + certificate);
        ssl.setCertificatePrivateKey("file:" + key);
        tellsWellFromIll(ssl);
    }

    @Test
    void so_is_a_node_that_does_not() {
        tellsWellFromIll(null);
    }

    private void tellsWellFromIll(@Nullable Ssl ssl) {
        var servers = new TomcatServletWebServerFactory(0);
        servers.setSsl(ssl);
        WebServer node = servers.getWebServer(
                context -> context.addServlet("health", new Health()).addMapping("/actuator/health"));
        node.start();
        int port = node.getPort();
        try {
            assertThat(probe(port)).isZero();
            health = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            assertThat(probe(port)).isEqualTo(1);
        } finally {
            node.stop();
        }
        assertThat(probe(port)).as("nobody answers").isEqualTo(1);
    }

    private int probe(int port) {
        try (var probe = Program.start(
                folder,
                Map.of("SERVER_PORT", Integer.toString(port)),
                List.of(
                        Program.JAVA,
                        "-cp",
                        Path.of("target/classes").toAbsolutePath().toString(),
                        "se.handtag.HealthProbe"))) {
            return probe.untilEnded();
        }
    }

    private final class Health extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(health);
        }
    }
}
