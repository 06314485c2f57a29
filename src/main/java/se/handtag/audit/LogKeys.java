package se.handtag.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import se.handtag.audit.proof.LogKey;
import se.handtag.audit.proof.SigningKey;

/**
 * The keys of a log in their folder: {@code <time>.key} signs, {@code <time>.pub} is for everybody. Every key that is there
 * signs. To change keys, a new one is put beside the old one; when all who check know the new one, the old {@code .key} is
 * taken away, and its {@code .pub} stays.
 */
record LogKeys(Path folder, String name) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);
    private static final String SECRET = ".key";
    private static final String OPEN = ".pub";

    /** A file holds no key; the message is its path. */
    static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Damaged(Path file, RuntimeException why) {
            super(file.toString(), why);
        }
    }

    /** The keys that sign, the newest first; one is made when there is none. */
    List<SigningKey> signing(SecureRandom random, Instant now) {
        List<SigningKey> keys = new ArrayList<>();
        for (Path file : files(SECRET)) {
            keys.add(read(file, SigningKey::parse));
        }
        return keys.isEmpty() ? List.of(make(random, now)) : keys;
    }

    /** All that may have signed, those that no longer do included. */
    List<LogKey> open() {
        return files(OPEN).stream()
                .map(file -> read(file, lines -> LogKey.parse(lines.getFirst())))
                .toList();
    }

    /** Makes a key and puts it into the folder. */
    SigningKey make(SecureRandom random, Instant now) {
        var key = SigningKey.make(name, random);
        try {
            Files.createDirectories(folder);
            var secret = folder.resolve(TIME.format(now) + SECRET);
            Files.writeString(
                    folder.resolve(TIME.format(now) + OPEN), key.open().text() + "\n");
            Files.createFile(secret);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(secret, key.lines(), StandardOpenOption.WRITE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <K> K read(Path file, Function<List<String>, K> key) {
        try {
            return key.apply(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException | NoSuchElementException damaged) {
            throw new Damaged(file, damaged);
        }
    }
}
