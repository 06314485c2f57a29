package se.handtag.identity;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much one session may ask for: far more than a person can press, far less than a program that takes out whatever it
 * finds, or keeps a node busy. A page tries again by itself after a while.
 */
class Pace extends OncePerRequestFilter {
    private static final String BUCKET = "handtag.pace";
    private static final Pattern FILES = Pattern.compile("/VAADIN/.*|/[^/]+\\.(css|js|svg|webmanifest)|/icons/.*");

    private final int aMinute;

    Pace(int aMinute) {
        this.aMinute = aMinute;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session == null || SignedIn.principal().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Bucket bucket = session.getAttribute(BUCKET) instanceof Bucket kept ? kept : full();
        session.setAttribute(BUCKET, bucket);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            long wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** Files that are the same for everybody are kept by browsers and cost next to nothing. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return FILES.matcher(path).matches();
    }
}
