package se.handtag.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps whoever knocks too often from the way to the provider and back, and from the pages and links for a lost phone. */
class Knocking extends OncePerRequestFilter {
    private final Attempts attempts;
    private final Door door;

    Knocking(Attempts attempts, Door door) {
        this.attempts = attempts;
        this.door = door;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = attempts.count(request.getRemoteAddr());
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    /** At the door of the lost pages everything is a knock until somebody is in; the portal's own pages only lead there. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean onTheWay = path.startsWith(door.start() + "/") || path.startsWith(door.callback() + "/");
        return !onTheWay && (door == Door.PORTAL || SignedIn.principal().isPresent());
    }
}
