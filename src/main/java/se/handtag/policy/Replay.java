package se.handtag.policy;

import java.time.Instant;
import java.util.List;

/**
 * What a draft would have said to what was asked before, beside what the rules in force say to it.
 *
 * @param decisions how many were tried, the newest first
 * @param more whether there are older ones within the time that were not tried
 * @param gains what would have become possible or easier
 * @param losses what would have become impossible or harder
 * @param others what would have become other in a way that is neither
 * @param wipes the wipes that would have passed, with or without a yes
 */
public record Replay(
        int decisions, boolean more, List<Change> gains, List<Change> losses, List<Change> others, List<Change> wipes) {

    /**
     * One decision.
     *
     * @param person who asked
     * @param subject what it was to be done to, as it was called then
     * @param before what the rules in force say to it
     * @param after what the draft says to it
     */
    public record Change(
            Instant at, String person, String subject, ActionKind action, Decision before, Decision after) {}
}
