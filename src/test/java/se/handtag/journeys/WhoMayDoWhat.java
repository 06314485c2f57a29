package se.handtag.journeys;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The table of {@code src/docs/who-may-do-what.md}. */
final class WhoMayDoWhat {
    private static final Path TABLE = Path.of("src/docs/who-may-do-what.md");
    private static final List<String> ROLES = List.of("employee", "help desk", "IT", "auditor");

    private WhoMayDoWhat() {}

    /** What that role may ask for at all, as the table calls it but for what stands in brackets. */
    static Set<String> allowed(String role, String whose) {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> line.startsWith("| "))
                    .map(line -> line.substring(2).split(" \\| |\\|"))
                    .filter(cells -> cells.length >= 6 && cells[1].equals(whose))
                    .filter(cells -> {
                        String answer = cells[2 + ROLES.indexOf(role)].strip();
                        return answer.equals("at once") || answer.startsWith("after ");
                    })
                    .map(cells -> cells[0].replaceAll(" \\(.*\\)", ""))
                    .collect(toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
