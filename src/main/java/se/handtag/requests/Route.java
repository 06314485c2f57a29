package se.handtag.requests;

import java.util.Set;
import java.util.TreeSet;
import se.handtag.policy.Stage;

/** Who may decide a request now: those in line so far, without who has left or has decided before. */
final class Route {
    private Route() {}

    /** Where a request goes. @param level how far along the stage's line that is */
    record Stop(int stage, int level, Candidates candidates) {}

    /**
     * The nearest in line who are enough to decide the stage, at least as far as {@code level}.
     *
     * @param departed the addresses of those who have left
     */
    static Stop at(Routing routing, int stage, int level, Stage asks, Set<String> departed) {
        var line = routing.lineOf(stage);
        Set<String> addresses = new TreeSet<>();
        boolean it = false;
        int reached = -1;
        while (reached + 1 < line.size() && (reached < level || !(it || addresses.size() >= Request.needed(asks)))) {
            reached++;
            it |= line.get(reached).it();
            for (String address : line.get(reached).addresses()) {
                if (!departed.contains(address) && !decidedBefore(routing, stage, address)) {
                    addresses.add(address);
                }
            }
        }
        return new Stop(stage, Math.max(reached, 0), new Candidates(addresses, it));
    }

    private static boolean decidedBefore(Routing routing, int stage, String address) {
        return routing.used().stream()
                .anyMatch(used -> used.stage() < stage && used.marks().contains(Humans.address(address)));
    }
}
