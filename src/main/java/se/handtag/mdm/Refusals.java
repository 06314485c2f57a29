package se.handtag.mdm;

import feign.Response;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an error of an answer that is not a success. The contract documents none, so the status decides, and a short text
 * for people is kept where the answer has one.
 */
final class Refusals implements ErrorDecoder {
    private static final int MOST_BYTES = 65_536;
    private static final Pattern SEVERAL = Pattern.compile(
            "several|multiple|more than one|ambiguous|flera|mer än en|fler än en",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public Exception decode(String methodKey, Response response) {
        Exchange exchange = Exchange.CURRENT.get();
        Attempt attempt = exchange.attempt();
        int status = response.status();
        String reason = Reason.of(beginning(response, exchange), first(response, "content-type"));
        // A proxy that gives no way to the MDM answers before the request has left.
        boolean unclear = exchange.mayHaveLeft() && (status < 400 || status >= 500 || status == 408);
        MdmException.Trace trace = new MdmException.Trace(unclear, status, reason, null);
        if (attempt.operation().equals("G3") && isAmbiguous(status, reason)) {
            return new MdmException.Ambiguous(attempt, trace);
        }
        return switch (status) {
            case 401, 403, 407 -> new MdmException.Unauthorised(attempt, trace);
            case 404, 410 -> new MdmException.NotFound(attempt, trace);
            case 408 -> new MdmException.TimedOut(attempt, trace);
            case 429 ->
                new MdmException.Unavailable(
                        attempt,
                        "too many calls, status 429",
                        wait(response),
                        MdmException.Unavailable.Held.NOT,
                        trace);
            default -> other(attempt, status, wait(response), trace);
        };
    }

    private static MdmException other(Attempt attempt, int status, @Nullable Duration wait, MdmException.Trace trace) {
        if (status >= 500) {
            return new MdmException.Unavailable(
                    attempt, "the MDM failed, status " + status, wait, MdmException.Unavailable.Held.NOT, trace);
        }
        if (status >= 400) {
            return new MdmException.Refused(attempt, trace);
        }
        return new MdmException.Malformed(attempt, "an answer of status " + status, trace);
    }

    private static boolean isAmbiguous(int status, @Nullable String reason) {
        return switch (status) {
            case 300, 409 -> true;
            case 400, 422, 500 -> reason != null && SEVERAL.matcher(reason).find();
            default -> false;
        };
    }

    private static byte[] beginning(Response response, Exchange exchange) {
        if (response.body() == null) {
            return new byte[0];
        }
        try (InputStream body = response.body().asInputStream()) {
            byte[] bytes = body.readNBytes(MOST_BYTES);
            if (bytes.length == MOST_BYTES) {
                exchange.abort();
            }
            return bytes;
        } catch (IOException _) {
            // The status alone says enough.
            return new byte[0];
        }
    }

    private static @Nullable Duration wait(Response response) {
        String seconds = first(response, "retry-after").strip();
        return !seconds.isEmpty() && seconds.length() < 7 && seconds.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : null;
    }

    private static String first(Response response, String header) {
        Collection<String> values = response.headers().getOrDefault(header, List.of());
        return values.isEmpty() ? "" : values.iterator().next().toLowerCase(Locale.ROOT);
    }
}
