package se.handtag.mdm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The MDM did not do, or not say, what was asked. Tells what was tried, and never what was in an answer's body; the one
 * exception is {@link #reason()}, a short text that the MDM wrote for people, which is kept out of the message and so
 * out of logs.
 *
 * <p><b>Did it happen?</b> {@link #certainlyNotDone()} says so as carefully as can be said. Once a writing request may
 * have left this machine, its outcome is unknown, unless the MDM answered clearly that it did not do it.
 *
 * <table>
 * <caption>What may have happened to a writing call</caption>
 * <tr><td>not sent: own checks, breaker open, too many at once, no connection, no TLS</td><td>certainly not done</td></tr>
 * <tr><td>answered 4xx, but not 408</td><td>certainly not done</td></tr>
 * <tr><td>answered 5xx, 408 or 3xx; no answer in time; connection lost after sending; an answer that is not HTTP; a
 * creation's answer without an id</td><td>unknown</td></tr>
 * </table>
 *
 * <p>A 5xx counts as unknown, since a proxy answers so when only the way back broke. A reading call changes nothing, so it
 * is always certainly not done.
 */
public abstract sealed class MdmException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Attempt attempt;
    private final boolean certainlyNotDone;
    private final int status;
    private final @Nullable String reason;

    private MdmException(Attempt attempt, String words, Trace trace) {
        super(attempt + ": " + words, trace.cause());
        this.attempt = attempt;
        this.certainlyNotDone = !attempt.writes() || !trace.mayHaveHappened();
        this.status = trace.status();
        this.reason = trace.reason();
    }

    /** What was tried. */
    public Attempt attempt() {
        return attempt;
    }

    /** True: nothing has changed in the MDM or on a device by this call. False: it may have happened or may still. */
    public boolean certainlyNotDone() {
        return certainlyNotDone;
    }

    /** The HTTP status of the answer; null when there was none. */
    public @Nullable Integer status() {
        return status == 0 ? null : status;
    }

    /** What the MDM gave as its reason, one line of at most 300 characters, in the MDM's language; null when it gave none. */
    public @Nullable String reason() {
        return reason;
    }

    /**
     * What is known about how a call ended.
     *
     * @param mayHaveHappened whether a writing request may have had its effect
     * @param status 0 without an answer
     */
    record Trace(
            boolean mayHaveHappened,
            int status,
            @Nullable String reason,
            @Nullable Throwable cause) {

        static Trace notSent(@Nullable Throwable cause) {
            return new Trace(false, 0, null, cause);
        }

        static Trace sent(@Nullable Throwable cause) {
            return new Trace(true, 0, null, cause);
        }
    }

    /** The MDM does not know the portal's login, or the login may not do this: 401, 403. */
    public static final class Unauthorised extends MdmException {
        private static final long serialVersionUID = 1;

        Unauthorised(Attempt attempt, Trace trace) {
            super(attempt, "the MDM refused the login", trace);
        }
    }

    /** There is no such group, user, device, tag, link or app: 404, 410, or an answer of {@code null}. */
    public static final class NotFound extends MdmException {
        private static final long serialVersionUID = 1;

        NotFound(Attempt attempt, Trace trace) {
            super(attempt, "the MDM knows no such thing", trace);
        }
    }

    /** The MDM will not do it: any other 4xx. {@link #reason()} says why, if the MDM did. */
    public static final class Refused extends MdmException {
        private static final long serialVersionUID = 1;

        Refused(Attempt attempt, Trace trace) {
            super(attempt, "the MDM refused, status " + trace.status(), trace);
        }
    }

    /** Several groups are at that path. Source: G3. */
    public static final class Ambiguous extends MdmException {
        private static final long serialVersionUID = 1;

        Ambiguous(Attempt attempt, Trace trace) {
            super(attempt, "several match", trace);
        }
    }

    /**
     * The MDM cannot be reached, is overloaded (429) or failed (5xx), the connection broke, or the portal itself holds
     * back because of such failures.
     */
    public static final class Unavailable extends MdmException {
        private static final long serialVersionUID = 1;

        private final @Nullable Duration retryAfter;
        private final Held held;

        Unavailable(Attempt attempt, String words, @Nullable Duration retryAfter, Held held, Trace trace) {
            super(attempt, words, trace);
            this.retryAfter = retryAfter;
            this.held = held;
        }

        /** Whether the portal itself did not send it, and why. */
        enum Held {
            NOT,
            AFTER_FAILURES,
            TOO_MANY_AT_ONCE
        }

        /** True: the portal itself did not send it, since many calls failed lately or too many are under way. */
        public boolean heldBack() {
            return held != Held.NOT;
        }

        /** True: too many calls of this node's own were under way, which says nothing about the MDM. */
        public boolean busy() {
            return held == Held.TOO_MANY_AT_ONCE;
        }

        /** How long to wait before the next try, if the MDM said; null otherwise. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The answer is none of this API's: garbage, cut off, too large, a redirect, no id where one is due. */
    public static final class Malformed extends MdmException {
        private static final long serialVersionUID = 1;

        Malformed(Attempt attempt, String words, Trace trace) {
            super(attempt, words, trace);
        }
    }

    /** No connection, or no whole answer, in time. */
    public static final class TimedOut extends MdmException {
        private static final long serialVersionUID = 1;

        TimedOut(Attempt attempt, Trace trace) {
            super(attempt, "no answer in time", trace);
        }
    }

    /** This room does not send it, since the API's rules forbid it. */
    public static final class Invalid extends MdmException {
        private static final long serialVersionUID = 1;

        private final List<Violation> violations;

        Invalid(Attempt attempt, List<Violation> violations) {
            super(attempt, "not sent: " + violations, Trace.notSent(null));
            this.violations = List.copyOf(violations);
        }

        /** Every rule that is broken; at least one. */
        public List<Violation> violations() {
            return violations;
        }
    }
}
