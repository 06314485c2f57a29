package se.handtag.audit;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checkpoints as files: {@code latest}, and one for each size. */
record CheckpointFolder(Path folder) implements CheckpointPlace {
    private static final String LATEST = "latest";

    @Override
    public @Nullable String latest() {
        var file = folder.resolve(LATEST);
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(long size, String note) {
        try {
            Files.createDirectories(folder);
            write("checkpoint-" + size, note);
            write(LATEST, note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On disk before it has its name: a reader finds the old note or the new one, whole. */
    private void write(String name, String note) throws IOException {
        var fresh = folder.resolve("." + name + ".new");
        try (var channel = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
            var bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(name), ATOMIC_MOVE);
    }

    @Override
    public String name() {
        return folder.toString();
    }
}
