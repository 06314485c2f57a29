package se.handtag.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.handtag.Debian;

/**
 * nginx on whatever machine this is: the system's if there, else Debian's package unpacked when these tests may get it, else
 * one sentence that says what to do. Never none.
 *
 * @param path the program
 * @param variables what it needs to find its libraries
 */
record NginxProgram(Path path, Map<String, String> variables) {
    private static final Path INSTALLED = Path.of("/usr/sbin/nginx");

    /** @throws IllegalStateException with what to do, when there is none to be had */
    static NginxProgram found() {
        return Files.isExecutable(INSTALLED)
                ? new NginxProgram(INSTALLED, Map.of())
                : unpacked(Path.of("target/nginx").toAbsolutePath());
    }

    /** @param folder what was unpacked there before is taken */
    static NginxProgram unpacked(Path folder) {
        Path path = folder.resolve("usr/sbin/nginx");
        Debian.unpack("nginx", folder, () -> Files.isExecutable(path));
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException(
                    "These tests need nginx and found none: install it (Debian: apt install nginx) and run them again.");
        }
        return new NginxProgram(path, Map.of("LD_LIBRARY_PATH", libraries(folder)));
    }

    /** Debian keeps them in a folder for each kind of processor, such as {@code lib/x86_64-linux-gnu}. */
    private static String libraries(Path folder) {
        try (Stream<Path> kinds = Files.find(
                folder,
                3,
                (path, what) ->
                        what.isDirectory() && path.getFileName().toString().contains("-linux-gnu"))) {
            return kinds.map(Path::toString).collect(Collectors.joining(":"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
