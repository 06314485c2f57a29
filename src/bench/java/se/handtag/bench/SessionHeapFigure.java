package se.handtag.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** P4: what an open session of "My devices" takes of the heap, against one of a view with nothing on it. */
final class SessionHeapFigure implements Figure {
    private static final int TURNS = 3;
    private static final int SESSIONS = 200;
    /** What the portal keeps of its first visitors alone is there before anything is counted. */
    private static final int WARM_UP = 60;

    @Override
    public String name() {
        return "P4";
    }

    @Override
    public List<String> measure() throws Exception {
        try (Portal portal = Portal.start(0, Portal.HASTY)) {
            open(portal.address(), "", WARM_UP);
            open(portal.address(), "empty", WARM_UP);
            List<Double> empties = new ArrayList<>();
            List<Double> full = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                empties.add(kilobytes(portal, "empty"));
                full.add(kilobytes(portal, ""));
            }
            double empty = middle(empties);
            double devices = middle(full);
            return List.of(String.format(
                    Locale.ROOT,
                    "P4  live heap a session, My devices / an empty view (aim 4.00): %.2f; %.1f kB against %.1f kB, the middle of %d turns of %d each",
                    devices / empty,
                    devices,
                    empty,
                    TURNS,
                    SESSIONS));
        }
    }

    private static double middle(List<Double> measured) {
        return measured.stream().sorted().toList().get(measured.size() / 2);
    }

    private static double kilobytes(Portal portal, String route) throws IOException, InterruptedException {
        long before = portal.liveHeap();
        open(portal.address(), route, SESSIONS);
        return (portal.liveHeap() - before) / 1e3 / SESSIONS;
    }

    private static void open(URI portal, String route, int sessions) throws IOException, InterruptedException {
        List<Visitor> open = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            Visitor visitor = Visitor.signedIn(portal, "anna");
            visitor.open(route);
            open.add(visitor);
        }
    }
}
