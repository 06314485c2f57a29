package se.handtag.trial.idp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Honours {@code prompt=login} and {@code max_age} (OpenID Connect Core 3.1.2.1), which Spring's authorization server
 * leaves to others: a person whose sign-in is not fresh enough is a stranger to the authorization request, and so meets
 * the sign-in page.
 *
 * <p>After it the same request comes back. It is let through once, when the sign-in happened later than the request was
 * first seen; the next request needs its own.
 */
final class FreshSignIn extends OncePerRequestFilter {
    static final String ENDPOINT = "/oauth2/authorize";

    /** Session attribute: the request that waits for a fresh sign-in, so that the sign-in page can say so. */
    static final String WAITING = FreshSignIn.class.getName() + ".waiting";

    private final Clock clock;

    FreshSignIn(Clock clock) {
        this.clock = clock;
    }

    /** @param request the query of the authorization request, with its own state and nonce */
    record Waiting(String request, Instant since) implements Serializable {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(ENDPOINT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = signedIn();
        if (signedIn != null && demandsFreshSignIn(request, signedIn) && !answered(request, signedIn)) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean demandsFreshSignIn(HttpServletRequest request, SignedIn signedIn) {
        var prompt = request.getParameter("prompt");
        if (prompt != null
                && Arrays.stream(prompt.split(" ")).anyMatch(p -> p.equals("login") || p.equals("select_account"))) {
            return true;
        }
        var maxAge = request.getParameter("max_age");
        return maxAge != null && signedIn.at().plus(seconds(maxAge)).isBefore(clock.instant());
    }

    /** What is no number of seconds asks for the freshest: erring on the other side would let an old sign-in pass. */
    private static Duration seconds(String maxAge) {
        return maxAge.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(maxAge)) : Duration.ZERO;
    }

    private boolean answered(HttpServletRequest request, SignedIn signedIn) {
        var query = String.valueOf(request.getQueryString());
        var session = request.getSession();
        if (session.getAttribute(WAITING) instanceof Waiting waiting
                && waiting.request().equals(query)) {
            if (signedIn.at().isAfter(waiting.since())) {
                session.removeAttribute(WAITING);
                return true;
            }
        } else {
            session.setAttribute(WAITING, new Waiting(query, clock.instant()));
        }
        return false;
    }

    private static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }
}
