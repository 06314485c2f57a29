package se.handtag.trial.idp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * A sign-out whose id token this provider no longer knows, as after a restart. Whoever has no session here is signed out
 * already and goes back to the portal; whoever has one sees the provider's own page, where they can sign out.
 */
final class StaleLogout implements AuthenticationFailureHandler {
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        var back = request.getParameter("post_logout_redirect_uri");
        response.sendRedirect(back != null && SignedIn.current() == null && Loopback.isLocal(back) ? back : "/");
    }
}
