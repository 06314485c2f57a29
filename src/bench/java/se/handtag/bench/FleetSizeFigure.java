package se.handtag.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** P3: how long the portal takes for "My devices" when the MDM has 100,000, against when it has the sample company's. */
final class FleetSizeFigure implements Figure {
    private static final int DEVICES = 100_000;
    private static final int TURNS = 5;
    private static final int A_TURN = 60;
    private static final int WARM_UP = 200;

    @Override
    public String name() {
        return "P3";
    }

    @Override
    public List<String> measure() throws Exception {
        try (Portal many = Portal.start(DEVICES);
                Portal few = Portal.start(0)) {
            Visitor ofMany = arrived(many);
            Visitor ofFew = arrived(few);
            for (int i = 0; i < WARM_UP; i++) {
                seconds(ofMany);
                seconds(ofFew);
            }
            double[] ours = new double[TURNS];
            double[] theirs = new double[TURNS];
            for (int turn = 0; turn < TURNS; turn++) {
                double[] withMany = new double[A_TURN];
                double[] withFew = new double[A_TURN];
                for (int i = 0; i < A_TURN; i++) {
                    withMany[i] = seconds(ofMany);
                    withFew[i] = seconds(ofFew);
                }
                ours[turn] = Sides.median(withMany) * 1e3;
                theirs[turn] = Sides.median(withFew) * 1e3;
            }
            return List.of("P3  My devices with " + DEVICES + " in the MDM / with the sample company's (aim 1.20): "
                    + Sides.Result.of(ours, theirs).told("ms"));
        }
    }

    private static Visitor arrived(Portal portal) throws IOException, InterruptedException {
        Visitor anna = Visitor.signedIn(portal.address(), "anna");
        anna.open("");
        return anna;
    }

    /** Of coming to "My devices" from another view. */
    private static double seconds(Visitor visitor) throws IOException, InterruptedException {
        visitor.go("accessibility");
        long start = System.nanoTime();
        String drawn = visitor.go("");
        double took = (System.nanoTime() - start) / 1e9;
        if (drawn.split("device-card", -1).length != 4) {
            throw new IOException("Not Anna's three devices: " + drawn);
        }
        return took;
    }
}
