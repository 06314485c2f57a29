package se.handtag.bench;

import java.util.List;
import java.util.Map;
import se.handtag.audit.LogVerifying;

/** P7: checking the log in full, against SHA-256 of the same bytes. */
final class LogFigure implements Figure {
    @Override
    public String name() {
        return "P7";
    }

    @Override
    public List<String> measure() throws Exception {
        Sides.Result result =
                new Sides(LogVerifying.class, "verified", "hashed", "", Map.of(), "512m").measure();
        Sides.Result least =
                new Sides(LogVerifying.class, "verified", "needed", "", Map.of(), "512m").measure();
        return List.of(
                "P7  verifying 20000 records / SHA-256 of their bytes (aim 0.50): " + result.told("times a s"),
                "P7  the same / its hashes alone, each a message of its own: " + least.told("times a s"));
    }
}
