package se.handtag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A migration that has run somewhere stays as it is, and whatever comes later has a later number: production takes them in
 * order. What has landed stands in {@code db/landed.sha256}, in the form of {@code sha256sum}; each release adds its own.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path LANDED = Path.of("src/test/resources/db/landed.sha256");
    private static final Pattern VERSION = Pattern.compile("/V(\\d{12})__[a-z_]+\\.sql$");

    @Test
    void what_has_landed_is_there_as_it_was() {
        assertThat(migrations()).containsAllEntriesOf(landed());
    }

    @Test
    void what_came_since_comes_after_it() {
        String newest = landed().keySet().stream()
                .map(MigrationsTest::version)
                .max(String::compareTo)
                .orElseThrow();
        var since = new TreeMap<>(migrations());
        since.keySet().removeAll(landed().keySet());

        assertThat(since.keySet()).allSatisfy(name -> assertThat(version(name)).isGreaterThan(newest));
    }

    @Test
    void no_two_have_the_same_number() {
        assertThat(migrations().keySet().stream().map(MigrationsTest::version))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }

    private static String version(String name) {
        var version = VERSION.matcher(name);
        assertThat(version.find()).as(name).isTrue();
        return version.group(1);
    }

    private static Map<String, String> landed() {
        try {
            return Files.readAllLines(LANDED).stream()
                    .map(line -> line.split("  ", 2))
                    .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> migrations() {
        try (var files = Files.walk(MIGRATIONS)) {
            // What runs after every migration, such as afterMigrate, has no number.
            return files.filter(file -> Files.isRegularFile(file)
                            && file.getFileName().toString().startsWith("V"))
                    .collect(Collectors.toMap(
                            file -> MIGRATIONS.relativize(file).toString().replace('\\', '/'), MigrationsTest::hash));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of the text, so that line ends as Windows checks them out do not count. */
    private static String hash(Path file) {
        try {
            byte[] text = Files.readString(file).replace("\r\n", "\n").getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
