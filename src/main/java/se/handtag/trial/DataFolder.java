package se.handtag.trial;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import se.handtag.StartRefused;

/** The folder that keeps what the trial remembers, held by one running Handtag at a time. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder when it is missing and takes it. The operating system gives the lock back when the process ends,
     * however it ends.
     *
     * @throws StartRefused when the folder cannot be written, or another Handtag holds it
     */
    static DataFolder take(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            Files.delete(Files.createTempFile(path, "can-write", null));
            channel = FileChannel.open(path.resolve("lock"), CREATE, WRITE);
        } catch (IOException unwritable) {
            throw new StartRefused("folder.unwritable", path);
        }
        try {
            if (channel.tryLock() != null) {
                return new DataFolder(path, channel);
            }
        } catch (IOException | OverlappingFileLockException held) {
            // told below, like a lock that another process holds
        }
        closeQuietly(channel);
        throw new StartRefused("folder.in-use", path);
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A random secret that is made once and then kept, readable for the folder's owner alone. */
    String secret(String name, RandomGenerator random) {
        var file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[24];
                random.nextBytes(bytes);
                var fresh = Files.createTempFile(path, name, null);
                Files.writeString(fresh, HexFormat.of().formatHex(bytes), US_ASCII);
                Files.move(fresh, file, ATOMIC_MOVE);
            }
            return Files.readString(file, US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closeQuietly(lock);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // the lock goes with the process
        }
    }
}
