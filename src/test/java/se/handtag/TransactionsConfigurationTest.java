package se.handtag;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Servlet;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.policy.Policy;

/** Where transactions by annotation are looked for. */
class TransactionsConfigurationTest {
    /** Reads them, and has them on nothing that is a part of a portal. */
    private static final List<String> SPRINGS_OWN = List.of("spring-tx-", "spring-test-");

    private static final List<String> MARKS = Stream.of(
                    Transactional.class.getName(), "jakarta.transaction.Transactional")
            .map(name -> "L" + name.replace('.', '/') + ";")
            .toList();

    private static List<String> marked(File library) {
        List<String> marked = new ArrayList<>();
        try (var classes = new ZipFile(library)) {
            for (var one : classes.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList()) {
                try (var bytes = classes.getInputStream(one)) {
                    String text = new String(bytes.readAllBytes(), ISO_8859_1);
                    if (MARKS.stream().anyMatch(text::contains)) {
                        marked.add(library.getName() + ": " + one.getName());
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return marked;
    }

    private static boolean isSpringsOwn(File library) {
        return SPRINGS_OWN.stream().anyMatch(library.getName()::startsWith);
    }

    private static Stream<File> libraries() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator))
                .map(File::new)
                .filter(file -> file.getName().endsWith(".jar"));
    }

    @Test
    void no_library_has_any_that_would_not_be_found() {
        assertThat(libraries()).hasSizeGreaterThan(100);
        assertThat(libraries().filter(library -> !isSpringsOwn(library)).flatMap(library -> marked(library).stream()))
                .isEmpty();
        assertThat(libraries()
                        .filter(TransactionsConfigurationTest::isSpringsOwn)
                        .flatMap(library -> marked(library).stream()))
                .as("what such a mark looks like")
                .isNotEmpty();
    }

    @Test
    void they_are_looked_for_in_handtag_alone() {
        var found = TransactionsConfiguration.ownTransactions();
        assertThat(found.isCandidateClass(Policy.class)).isTrue();
        assertThat(found.isCandidateClass(Servlet.class)).isFalse();
    }
}
