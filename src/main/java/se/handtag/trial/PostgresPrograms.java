package se.handtag.trial;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;
import se.handtag.StartRefused;

/** PostgreSQL's own programs, unpacked once from the archive that the build brings. */
final class PostgresPrograms {
    private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** @throws StartRefused when the build brings no PostgreSQL for this kind of machine */
    static PostgresPrograms unpackedIn(Path parent) {
        var archive = archive();
        var version = VERSION.matcher(archive.toString());
        var folder = parent.resolve("postgresql-" + (version.find() ? version.group(1) : "bundled"));
        if (!Files.isDirectory(folder)) {
            unpack(archive, folder);
        }
        return new PostgresPrograms(folder);
    }

    /** The command line that runs one of the programs. PostgreSQL refuses root, so root becomes nobody in particular. */
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin")
                .resolve(isWindows() ? program + ".exe" : program)
                .toString());
        command.addAll(List.of(arguments));
        return command;
    }

    static boolean isRoot() {
        return !isWindows() && System.getProperty("user.name", "").equals("root");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    private static URL archive() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var platform = system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : "linux";
        var processor = System.getProperty("os.arch", "");
        var kind = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        var archive = PostgresPrograms.class.getResource("/postgres-" + platform + "-" + kind + ".txz");
        if (archive == null) {
            throw new StartRefused("database.no-binaries", system + " " + processor);
        }
        return archive;
    }

    /** Unpacks beside the final folder and moves at the end: what was cut off in the middle is never taken for whole. */
    private static void unpack(URL archive, Path folder) {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        try {
            FileSystemUtils.deleteRecursively(unfinished);
            try (var content = new TarArchiveInputStream(
                    new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
                for (var entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                    unpack(content, entry, unfinished);
                }
            }
            Files.move(unfinished, folder, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(TarArchiveInputStream content, TarArchiveEntry entry, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("An entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0b001_000_000) != 0 && !target.toFile().setExecutable(true)) {
                throw new IOException("Cannot make executable: " + target);
            }
        }
    }
}
