package se.handtag.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in by a session that is over, at every single request. */
class EndedSessions extends OncePerRequestFilter {
    private final Sessions sessions;
    private final KnownSessions known;
    private final Door door;
    private final @Nullable LogoutSuccessHandler afterwards;

    /** @param afterwards what to answer then, null to go on as somebody who is not signed in */
    EndedSessions(Sessions sessions, KnownSessions known, Door door, @Nullable LogoutSuccessHandler afterwards) {
        this.sessions = sessions;
        this.known = known;
        this.door = door;
        this.afterwards = afterwards;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<PersonPrincipal> over = SignedIn.principal().filter(sessions::isOver);
        if (over.isPresent()) {
            Authentication was = SecurityContextHolder.getContext().getAuthentication();
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                OpenSessions.leave(session, door);
            }
            if (afterwards != null) {
                afterwards.onLogoutSuccess(request, response, was);
                return;
            }
        }
        if (over.isEmpty()) {
            SignedIn.principal().ifPresent(principal -> known.used(principal.session(), request));
        }
        chain.doFilter(request, response);
    }
}
