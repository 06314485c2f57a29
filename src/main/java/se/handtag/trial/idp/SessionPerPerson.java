package se.handtag.trial.idp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * A session gets a new id when somebody signs in (against session fixation), but keeps it when the same person signs in
 * once more: the portal's older id token still names this session ({@code sid}) and must be good for signing out.
 */
final class SessionPerPerson implements SessionAuthenticationStrategy {
    private final ChangeSessionIdAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        if (before == null || !before.getName().equals(authentication.getName())) {
            newId.onAuthentication(authentication, request, response);
        }
    }
}
