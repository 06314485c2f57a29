package se.handtag.mdm;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Makes one of this room's errors of whatever went wrong underneath. Causes are kept only where their words are known not
 * to quote an answer.
 */
final class Failures {

    private Failures() {}

    static MdmException of(Throwable thrown, Exchange exchange) {
        Attempt attempt = exchange.attempt();
        MdmException own = find(thrown, MdmException.class);
        if (own != null) {
            return own;
        }
        NotSendable notSendable = find(thrown, NotSendable.class);
        if (notSendable != null) {
            return new MdmException.Invalid(attempt, notSendable.violations());
        }
        if (exchange.timedOut() || find(thrown, SocketTimeoutException.class) != null) {
            return new MdmException.TimedOut(attempt, trace(exchange, null));
        }
        if (find(thrown, Answers.TooLarge.class) != null) {
            return new MdmException.Malformed(attempt, "the answer is too large", trace(exchange, null));
        }
        if (isNotHttp(thrown)) {
            return new MdmException.Malformed(attempt, "the answer is not HTTP", trace(exchange, null));
        }
        IOException broken = find(thrown, IOException.class);
        if (broken != null) {
            return broken(attempt, broken, exchange);
        }
        JacksonException json = find(thrown, JacksonException.class);
        if (json != null) {
            return Answers.malformed(exchange, json);
        }
        return new MdmException.Malformed(
                attempt, "not understood (" + thrown.getClass().getSimpleName() + ")", trace(exchange, null));
    }

    private static boolean isNotHttp(Throwable thrown) {
        return find(thrown, HttpException.class) != null
                || find(thrown, MessageConstraintException.class) != null
                || (find(thrown, MalformedChunkCodingException.class) != null
                        && find(thrown, TruncatedChunkException.class) == null);
    }

    private static MdmException broken(Attempt attempt, IOException broken, Exchange exchange) {
        String words;
        if (!exchange.mayHaveLeft()) {
            words = "no connection to the MDM";
        } else if (broken instanceof NoHttpResponseException) {
            words = "the MDM closed the connection without an answer";
        } else if (broken instanceof ConnectionClosedException || broken instanceof TruncatedChunkException) {
            words = "the answer was cut off";
        } else {
            words = "the connection broke";
        }
        Throwable cause = exchange.mayHaveLeft() ? null : broken;
        return new MdmException.Unavailable(
                attempt, words, null, MdmException.Unavailable.Held.NOT, trace(exchange, cause));
    }

    private static MdmException.Trace trace(Exchange exchange, @Nullable Throwable cause) {
        return exchange.mayHaveLeft() ? MdmException.Trace.sent(cause) : MdmException.Trace.notSent(cause);
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> kind) {
        int depth = 0;
        for (Throwable each = thrown; each != null && depth < 20; each = each.getCause(), depth++) {
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
        }
        return null;
    }
}
