package se.handtag.bench;

import java.nio.file.Files;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import se.handtag.commands.AuditedCommand;

/** P1: an audited command against what the same database and the same MDM allow at best. */
final class AuditedCommandFigure implements Figure {
    @Override
    public String name() {
        return "P1";
    }

    @Override
    public List<String> measure() throws Exception {
        var folder = Files.createTempDirectory("handtag-bench");
        try {
            return AuditedCommand.measure(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
