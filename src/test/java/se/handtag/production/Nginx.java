package se.handtag.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.handtag.trial.Program;

/** A real nginx with the very example of the handbook, on other addresses. */
final class Nginx implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/sbin/nginx");
    private static final Pattern EXAMPLE = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
    private static final char[] PASSWORD = "a-password-for-tests".toCharArray();

    private final Program program;
    private final int port;

    private Nginx(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Starts it before two nodes, with a certificate of its own for {@code localhost}. */
    static Nginx start(Path folder, int port, int nodeA, int nodeB) {
        try {
            makeCertificate(folder);
            Path configuration = Files.writeString(
                    folder.resolve("nginx.conf"), """
                    daemon off;
                    worker_processes 1;
                    pid "%1$s/nginx.pid";
                    error_log stderr warn;
                    events {}
                    http {
                      access_log off;
                      client_body_temp_path "%1$s/body";
                      proxy_temp_path "%1$s/proxy";
                      fastcgi_temp_path "%1$s/fastcgi";
                      uwsgi_temp_path "%1$s/uwsgi";
                      scgi_temp_path "%1$s/scgi";
                    %2$s
                    }
                    """.formatted(folder, example(folder, port, nodeA, nodeB)));
            var program = Program.start(
                    folder,
                    Map.of(),
                    List.of(path().toString(), "-p", folder.toString(), "-c", configuration.toString()));
            await().until(() -> listens(port) || program.hasEnded());
            if (program.hasEnded()) {
                throw new AssertionError("nginx ended: " + program.errors());
            }
            return new Nginx(program, port);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String address() {
        return "https://localhost:" + port;
    }

    /** What it has complained of. */
    String errors() {
        return program.errors();
    }

    private static String example(Path folder, int port, int nodeA, int nodeB) throws IOException {
        var handbook = EXAMPLE.matcher(Files.readString(Path.of("src/docs/handbook.md"), UTF_8));
        if (!handbook.find()) {
            throw new AssertionError("The handbook has no example for nginx");
        }
        return handbook.group(1)
                .replace("10.1.0.11:8080", "127.0.0.1:" + nodeA)
                .replace("10.1.0.12:8080", "127.0.0.1:" + nodeB)
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("portal.example.com", "localhost")
                .replace("/etc/nginx/", folder + "/");
    }

    private static boolean listens(int port) {
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The system's, or Debian's package where it may be installed. */
    private static Path path() throws IOException {
        if (!Files.isExecutable(INSTALLED)
                && Files.isExecutable(Path.of("/usr/bin/apt-get"))
                && "root".equals(System.getProperty("user.name"))) {
            var folder = Files.createTempDirectory("nginx");
            var quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
            Program.start(folder, quiet, List.of("apt-get", "update", "-qq")).untilEnded();
            Program.start(
                            folder,
                            quiet,
                            List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light"))
                    .untilEnded();
        }
        if (!Files.isExecutable(INSTALLED)) {
            throw new IllegalStateException(
                    "These tests need nginx and found none: install it (Debian: apt install nginx-light) and run them again.");
        }
        return INSTALLED;
    }

    private static void makeCertificate(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("portal.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        try (var made = Program.start(
                folder,
                Map.of(),
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "portal",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD)))) {
            if (made.untilEnded() != 0) {
                throw new AssertionError(made.output() + made.errors());
            }
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        pem(
                folder.resolve("portal.key"),
                "PRIVATE KEY",
                keys.getKey("portal", PASSWORD).getEncoded());
        pem(
                folder.resolve("portal.pem"),
                "CERTIFICATE",
                keys.getCertificate("portal").getEncoded());
    }

    private static void pem(Path file, String what, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(content)));
    }

    @Override
    public void close() {
        program.close();
    }
}
