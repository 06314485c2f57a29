package se.handtag.bench;

import java.util.List;
import java.util.Map;
import se.handtag.mdm.OneCall;

/** P2: one call of the MDM's client, with its resilience, against the JDK's bare client. */
final class OneCallFigure implements Figure {
    @Override
    public String name() {
        return "P2";
    }

    @Override
    public List<String> measure() throws Exception {
        byte[] answer;
        try (TrialFleet trial = new TrialFleet(0)) {
            answer = trial.get("/devices?serialNumber=FP2HFGK7QX");
        }
        try (Recorded server = new Recorded(answer)) {
            Sides.Result result =
                    new Sides(OneCall.class, "client", "bare", "", Map.of("url", server.url()), "256m").measure();
            return List.of("P2  one call, client / bare JDK client (aim 0.60): " + result.told("ms"));
        }
    }
}
