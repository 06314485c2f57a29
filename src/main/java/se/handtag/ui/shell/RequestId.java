package se.handtag.ui.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A short name for each request, which stands on every line that the request writes into the log, in the answer's header
 * {@code X-Request-Id}, and in the words of an error page, so that a person can read it out and IT finds what happened.
 */
public final class RequestId extends OncePerRequestFilter {
    private static final String HEADER = "X-Request-Id";
    private static final String KEY = "request";

    /** No letters or digits that are mistaken for each other when read out. */
    private static final String ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final int LENGTH = 8;

    private final RandomGenerator random;

    RequestId(RandomGenerator random) {
        this.random = random;
    }

    /** Of the request that this thread works for; null when it works for none. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    /** The request's own, or a new one for work that no request asked for. */
    public static String currentOr(RandomGenerator random) {
        String current = current();
        return current == null ? next(random) : current;
    }

    private static String next(RandomGenerator random) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH; place++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Whoever asks may not choose the name: it would lead IT to another's lines.
        String id = request.getAttribute(HEADER) instanceof String known ? known : next(random);
        request.setAttribute(HEADER, id);
        response.setHeader(HEADER, id);
        MDC.put(KEY, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
