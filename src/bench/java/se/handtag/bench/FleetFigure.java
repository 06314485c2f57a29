package se.handtag.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.handtag.mdm.WholeFleet;

/**
 * P6: reading 100,000 devices one at a time against the bare GET of the same bytes; from the trial MDM, and, harder for
 * whoever reads, from memory. The heap is smaller than the answer, so that whoever holds it fails.
 */
final class FleetFigure implements Figure {
    private static final int DEVICES = 100_000;

    @Override
    public String name() {
        return "P6";
    }

    @Override
    public List<String> measure() throws Exception {
        try (TrialFleet trial = new TrialFleet(DEVICES)) {
            byte[] answer = trial.get("/devices");
            try (Recorded memory = new Recorded(answer)) {
                return List.of(
                        String.format(
                                Locale.ROOT,
                                "P6  %d devices, %.1f MB, heap at most %s",
                                new String(answer, StandardCharsets.ISO_8859_1).split("SerialNumber", -1).length - 1,
                                answer.length / 1e6,
                                WholeFleet.HEAP),
                        "P6  from the trial MDM, stream / bare GET (aim 2.00): " + ratio(trial.url()),
                        "P6  from memory, stream / bare GET: " + ratio(memory.url()));
            }
        }
    }

    private static String ratio(String url) throws Exception {
        return new Sides(WholeFleet.class, "stream", "bare", "", Map.of("url", url), WholeFleet.HEAP)
                .measure()
                .told("ms");
    }
}
