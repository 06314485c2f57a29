package se.handtag.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What nodes themselves say of the requests that came to them: Tomcat's access logs. */
final class Accesses {
    /** Method and query, and the cookie by which nginx keeps people at a node. */
    static final String PATTERN = "%m%q %{handtag_node}c";

    private static final String FORM = "POST?n=";
    private static final String NO_COOKIE = "-";

    private final Path folder;

    Accesses(Path folder) {
        this.folder = folder;
    }

    /** Where the node on that port writes. */
    Path folder(int port) {
        return folder.resolve("accesses-" + port);
    }

    /** At which nodes, by nginx's names, those are kept who came to that one. */
    Set<String> people(int port) {
        return lines(port)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(node -> !node.equals(NO_COOKIE))
                .collect(Collectors.toSet());
    }

    /** The numbers of the load's forms that came to any of those nodes, each as often as it came. */
    List<Integer> forms(int... ports) {
        return Arrays.stream(ports)
                .boxed()
                .flatMap(this::lines)
                .filter(line -> line.startsWith(FORM))
                .map(line -> Integer.valueOf(line.substring(FORM.length(), line.indexOf(' '))))
                .toList();
    }

    private Stream<String> lines(int port) {
        try (Stream<Path> files = Files.list(folder(port))) {
            return files.flatMap(Accesses::read).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
