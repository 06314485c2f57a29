package se.handtag.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import org.springframework.util.FileSystemUtils;
import se.handtag.StartRefused;

/**
 * A PostgreSQL server with its data in the trial's folder, on loopback, asking for a password. It writes as durably as a
 * production server: what was committed survives a {@code kill -9} of anything.
 */
final class TrialDatabase implements AutoCloseable {
    private static final String NAME = "handtag";
    private static final String USER = "handtag";

    private final PostgresPrograms programs;
    private final Path cluster;
    private final Path log;
    private final int port;
    private final String password;

    private TrialDatabase(PostgresPrograms programs, DataFolder folder, int port, String password) {
        this.programs = programs;
        this.cluster = folder.resolve("database");
        this.log = folder.resolve("database.log");
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server, making its data at the first start and ending a server that an earlier Handtag left behind.
     *
     * @param port 0 picks a free one
     * @throws StartRefused when the server does not start; its log is named
     */
    static TrialDatabase start(DataFolder folder, int port, RandomGenerator random) {
        var password = folder.secret("database-password", random);
        var programs = PostgresPrograms.unpackedIn(folder.path());
        var database = new TrialDatabase(programs, folder, port == 0 ? freePort() : port, password);
        try {
            database.makeCluster(folder);
            database.endLeftOver();
            database.configure();
            database.run("pg_ctl", "start", "-D", database.cluster.toString(), "-l", database.log.toString(), "-w");
            database.makeDatabase();
            return database;
        } catch (IOException | SQLException e) {
            database.close();
            throw new StartRefused("database.not-started", database.log);
        }
    }

    String url() {
        return urlOf(NAME);
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    /** Stops the server in order: sessions end, everything is on disk. */
    @Override
    public void close() {
        try {
            if (Files.exists(cluster.resolve("postmaster.pid"))) {
                run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w");
            }
        } catch (IOException e) {
            System.getLogger(TrialDatabase.class.getName())
                    .log(System.Logger.Level.WARNING, "The trial''s database did not stop in order; see {0}", log);
        }
    }

    private void makeCluster(DataFolder folder) throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        var unfinished = folder.resolve("database.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + folder.resolve("database-password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "\ninclude = 'handtag.conf'\n", StandardOpenOption.APPEND);
        Files.move(unfinished, cluster, ATOMIC_MOVE);
    }

    private void configure() throws IOException {
        Files.writeString(cluster.resolve("handtag.conf"), """
                # Written anew at each start of the trial.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 300
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                timezone = 'UTC'
                """.formatted(port));
    }

    /**
     * After a {@code kill -9} of Handtag its server lives on. The folder's lock is ours, so a server on this data is a
     * left-over; a number that now belongs to some other program must not be stopped.
     */
    private void endLeftOver() throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var first = Files.readString(file, UTF_8).lines().findFirst().orElse("").strip();
        var process = first.matches("\\d{1,18}")
                ? ProcessHandle.of(Long.parseLong(first)).filter(ProcessHandle::isAlive)
                : java.util.Optional.<ProcessHandle>empty();
        var program = process.flatMap(p -> p.info().command());
        if (process.isEmpty()
                || program.filter(command -> !command.contains("postgres")).isPresent()) {
            Files.deleteIfExists(file);
            return;
        }
        run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w");
    }

    private void makeDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(urlOf("postgres"), USER, password);
                var statement = connection.createStatement()) {
            boolean exists;
            try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    private String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ProcessBuilder(programs.command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        command.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = command.start();
        } catch (IOException noUnshare) {
            if (PostgresPrograms.isRoot()) {
                throw new StartRefused("database.root");
            }
            throw noUnshare;
        }
        try {
            if (!process.waitFor(90, SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(program + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
