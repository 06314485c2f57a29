package se.handtag.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./mvnw} finds a JDK 25 by itself, or says what to install. */
@DisabledOnOs(OS.WINDOWS)
class MavenWrapperIT {
    private static final Path SCRIPT = Path.of("mvnw").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void finds_a_jdk_25_from_another_directory_and_past_a_java_home_that_is_none() {
        var nowhere = Map.of("JAVA_HOME", folder.resolve("no-jdk").toString());
        try (var maven = Program.start(folder, nowhere, List.of(SCRIPT.toString(), "--version"))) {
            assertThat(maven.untilEnded()).as(maven.errors()).isZero();
            assertThat(maven.output()).contains("Apache Maven 3.9", "Java version: 25");
        }
    }

    @Test
    void says_in_one_sentence_that_a_jdk_is_missing() throws IOException {
        var elsewhere = Files.readString(SCRIPT)
                .replace("/usr/lib/jvm/", folder + "/none/")
                .replace("/Library/Java/", folder + "/none/");
        var script = Files.writeString(folder.resolve("mvnw"), elsewhere);
        var variables = Map.of("JAVA_HOME", "", "HOME", folder.toString());
        try (var maven = Program.start(folder, variables, List.of("sh", script.toString()))) {
            assertThat(maven.untilEnded()).isEqualTo(1);
            assertThat(maven.errors().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Handtag needs a JDK 25 and found none: install one");
            assertThat(maven.output()).isEmpty();
        }
    }
}
