package se.handtag.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** How far a long proof has come and what it was promised, in files, so that it can go on another day. */
record Progress(Path folder) {

    int done(String what) {
        List<String> lines = lines(folder.resolve(what + ".done"));
        return lines.isEmpty() ? 0 : Integer.parseInt(lines.getFirst());
    }

    void done(String what, int times) {
        try {
            Files.writeString(folder.resolve(what + ".done"), Integer.toString(times), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The requests that were promised to be carried out. */
    List<String> promised() {
        return lines(folder.resolve("promised"));
    }

    void promised(List<String> requests) {
        try {
            Files.write(
                    folder.resolve("promised"), requests, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
