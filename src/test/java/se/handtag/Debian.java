package se.handtag;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Programs that tests need and that a Debian can get by itself, where these tests may. What fails here is not there after it. */
public final class Debian {
    private static final Path APT = Path.of("/usr/bin/apt-get");

    private Debian() {}

    /** Installs it for good. @param there whether the program can be used */
    public static void install(String name, BooleanSupplier there) {
        once(there, () -> {
            run("apt-get", "update", "-qq");
            run("apt-get", "install", "-y", "-qq", name);
        });
    }

    /**
     * Unpacks it and what it needs into that folder, and installs nothing: a server that is installed would serve at once.
     *
     * @param there whether the program can be used
     */
    public static void unpack(String name, Path folder, BooleanSupplier there) {
        once(there, () -> {
            Files.createDirectories(folder.resolve("partial"));
            run("apt-get", "update", "-qq");
            var download = List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "--reinstall");
            var command = new ArrayList<>(download);
            command.addAll(List.of("--download-only", "-o", "Dir::Cache::archives=" + folder, name));
            run(command.toArray(String[]::new));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each :
                        files.filter(file -> file.toString().endsWith(".deb")).toList()) {
                    run("dpkg-deb", "-x", each.toString(), folder.toString());
                }
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Tests run in several processes, and Debian's installer is for one at a time. */
    private static void once(BooleanSupplier there, Work work) {
        if (there.getAsBoolean() || !mayInstall()) {
            return;
        }
        try (var lock =
                FileChannel.open(Path.of(System.getProperty("java.io.tmpdir"), "handtag-debian.lock"), CREATE, WRITE)) {
            lock.lock();
            if (!there.getAsBoolean()) {
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayInstall() {
        return Files.isExecutable(APT) && "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command);
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            process.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
