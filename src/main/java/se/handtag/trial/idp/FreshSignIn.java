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
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

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

    /** @param request what tells one authorization request from every other */
    record Waiting(String request, Instant since) implements Serializable {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(ENDPOINT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SignedIn.current();
        if (prompts(request).contains("none") && (signedIn == null || isTooOld(request, signedIn))) {
            if (refuseSilently(request, response)) {
                return;
            }
        } else if (signedIn != null && demandsFreshSignIn(request, signedIn) && !answered(request, signedIn)) {
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean demandsFreshSignIn(HttpServletRequest request, SignedIn signedIn) {
        var prompts = prompts(request);
        return prompts.contains("login") || prompts.contains("select_account") || isTooOld(request, signedIn);
    }

    private boolean isTooOld(HttpServletRequest request, SignedIn signedIn) {
        var maxAge = request.getParameter("max_age");
        return maxAge != null && signedIn.at().plus(seconds(maxAge)).isBefore(clock.instant());
    }

    private static List<String> prompts(HttpServletRequest request) {
        var prompt = request.getParameter("prompt");
        return prompt == null ? List.of() : List.of(prompt.split(" "));
    }

    /** {@code prompt=none}: the portal is told that a sign-in is needed, and the person sees no page. */
    private static boolean refuseSilently(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var portal = request.getParameter("redirect_uri");
        if (portal == null
                || !TrialIdp.CLIENT_ID.equals(request.getParameter("client_id"))
                || !Loopback.isCallback(portal)) {
            return false;
        }
        var answer = UriComponentsBuilder.fromUriString(portal).queryParam("error", "login_required");
        var state = request.getParameter("state");
        if (state != null) {
            answer.queryParam("state", "{state}");
        }
        response.sendRedirect(
                answer.encode().buildAndExpand(state == null ? "" : state).toUriString());
        return true;
    }

    /** What is no number of seconds asks for the freshest: erring on the other side would let an old sign-in pass. */
    private static Duration seconds(String maxAge) {
        return maxAge.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(maxAge)) : Duration.ZERO;
    }

    private boolean answered(HttpServletRequest request, SignedIn signedIn) {
        var asked = mark(request);
        var session = request.getSession();
        if (session.getAttribute(WAITING) instanceof Waiting waiting
                && waiting.request().equals(asked)) {
            if (signedIn.at().isAfter(waiting.since())) {
                session.removeAttribute(WAITING);
                return true;
            }
        } else {
            session.setAttribute(WAITING, new Waiting(asked, clock.instant()));
        }
        return false;
    }

    /** What the portal chose at random for this request alone. */
    private static String mark(HttpServletRequest request) {
        return request.getParameter("state") + " " + request.getParameter("nonce") + " "
                + request.getParameter("code_challenge");
    }
}
