package se.handtag.recovery;

import se.handtag.policy.Decision;

/** What came of reporting a device lost. */
public sealed interface Reported {

    /** It is reported, and its lock is on its way. */
    record Locking(LostReport report) implements Reported {}

    /** It is reported, but the rules allow no lock for such a device; they say why. */
    record NoLock(LostReport report, Decision decision) implements Reported {}

    /** It was reported before; that report stands. */
    record ReportedBefore(LostReport report) implements Reported {}

    /** There is no such device, or it is none of theirs. */
    record NoSuchDevice() implements Reported {}
}
