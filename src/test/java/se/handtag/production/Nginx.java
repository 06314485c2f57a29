package se.handtag.production;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.handtag.trial.Program;

/** A real nginx with the very example of the handbook, on other addresses and with a certificate of its own. */
final class Nginx implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern EXAMPLE = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

    private final Path folder;
    private final int port;
    private final int[] nodes;
    private final Path configuration;
    private final NginxProgram nginx = NginxProgram.found();
    private final Program program;

    private Nginx(Path folder, int port, int[] nodes, Certificate certificate) throws IOException {
        this.folder = folder;
        this.port = port;
        this.nodes = nodes;
        configuration = folder.resolve("nginx.conf");
        certificate.writeTo(folder.resolve("portal.pem"), folder.resolve("portal.key"));
        configure(example());
        program = run();
        await().atMost(PATIENCE).until(() -> listens() || program.hasEnded());
        if (program.hasEnded()) {
            throw new AssertionError("nginx ended: " + program.errors());
        }
    }

    /** Starts it before the two nodes on those ports of this machine. */
    static Nginx start(Path folder, int port, int[] nodes, Certificate certificate) {
        try {
            return new Nginx(folder, port, nodes, certificate);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address() {
        return "https://localhost:" + port;
    }

    /** What it has complained of. */
    String errors() {
        return program.errors();
    }

    /** Sends nothing more to that node, as the handbook says: {@code down} beside it, and a reload. */
    void takeOut(int node) {
        String server = "server 127.0.0.1:" + nodes[node];
        reload(example().replace(server, server + " down"));
    }

    void putBack() {
        reload(example());
    }

    /** Returns when the new workers are there and the old ones take no more connections. */
    private void reload(String servers) {
        Set<Long> old = workers();
        configure(servers);
        try (var told = run("-s", "reload")) {
            if (told.untilEnded() != 0) {
                throw new AssertionError(told.errors());
            }
        }
        await().atMost(PATIENCE).until(() -> workers().stream().anyMatch(worker -> !old.contains(worker)));
        await().atMost(PATIENCE).until(() -> old.stream().allMatch(Nginx::takesNoMore));
    }

    private Set<Long> workers() {
        return ProcessHandle.of(program.pid()).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    /** A worker writes that on itself at the moment in which it closes its doors. */
    private static boolean takesNoMore(long worker) {
        try {
            return Files.readString(Path.of("/proc/" + worker + "/cmdline")).contains("shutting down");
        } catch (IOException ended) {
            return true;
        }
    }

    private Program run(String... more) {
        List<String> command = new ArrayList<>(
                List.of(nginx.path().toString(), "-p", folder.toString(), "-c", configuration.toString()));
        command.addAll(List.of(more));
        return Program.start(folder, nginx.variables(), command);
    }

    private void configure(String servers) {
        try {
            Files.writeString(configuration, """
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
                    """.formatted(folder, servers));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String example() {
        try {
            var handbook = EXAMPLE.matcher(Files.readString(Path.of("src/docs/handbook.md")));
            if (!handbook.find()) {
                throw new AssertionError("The handbook has no example for nginx");
            }
            return handbook.group(1)
                    .replace("10.1.0.11:8080", "127.0.0.1:" + nodes[0])
                    .replace("10.1.0.12:8080", "127.0.0.1:" + nodes[1])
                    .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                    .replace("portal.example.com", "localhost")
                    .replace("/etc/nginx/", folder + "/");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean listens() {
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
