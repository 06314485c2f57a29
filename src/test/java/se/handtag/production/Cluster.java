package se.handtag.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A PostgreSQL server that archives its WAL, as the handbook asks for, and its backups. */
final class Cluster implements AutoCloseable {
    /** What a backup of the files leaves out: PostgreSQL's documentation, "Making a Base Backup Using the Low Level API". */
    private static final Set<String> NOT_BACKED_UP = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final EmbeddedPostgres server;
    private final Path data;
    private final Path archive;

    private Cluster(EmbeddedPostgres server, Path data, Path archive) {
        this.server = server;
        this.data = data;
        this.archive = archive;
    }

    /** A new server, with everything in that folder. */
    static Cluster in(Path folder) {
        Path data = folder.resolve("data");
        Path archive = folder.resolve("archive");
        try {
            Files.createDirectories(archive);
            try (var first = start(data);
                    var connection = first.getPostgresDatabase().getConnection()) {
                execute(connection, "alter system set archive_mode = on");
                execute(connection, "alter system set archive_command = 'cp %%p \"%s/%%f\"'".formatted(archive));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return new Cluster(start(data), data, archive);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Makes the backup's files into a server again. */
    static Cluster restored(Path backup, Path archive, Path folder, Until until) {
        Path data = folder.resolve("data");
        try {
            copy(backup, data);
            Files.createFile(data.resolve("recovery.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "archive_mode = off\nrestore_command = 'cp \"%s/%%f\" %%p'\n%s".formatted(archive, until.setting),
                    UTF_8,
                    StandardOpenOption.APPEND);
            return new Cluster(start(data), data, archive);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How far a restored server goes on from its backup. */
    enum Until {
        END_OF_BACKUP("recovery_target = 'immediate'\nrecovery_target_action = 'promote'\n"),
        END_OF_ARCHIVE("");

        private final String setting;

        Until(String setting) {
            this.setting = setting;
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    Path archive() {
        return archive;
    }

    /** Copies the files of the running server. */
    void backUp(Path backup) {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "select pg_backup_start('handtag', fast => true)");
            copy(data, backup);
            try (var statement = connection.createStatement();
                    var stopped = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                stopped.next();
                Files.writeString(backup.resolve("backup_label"), stopped.getString(1));
            }
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Stops it in order: then the archive has everything. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(data.resolveSibling("programs").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes what) throws IOException {
                Files.createDirectories(
                        to.resolve(from.relativize(folder).toString()),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes what) throws IOException {
                boolean log = file.startsWith(from.resolve("pg_wal"));
                if (!log && !NOT_BACKED_UP.contains(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                // What a running server removes meanwhile is not needed: the WAL tells that, too.
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
