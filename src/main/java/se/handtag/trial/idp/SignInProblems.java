package se.handtag.trial.idp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads back to the sign-in page with what went wrong and, when known, for whom. */
final class SignInProblems implements AuthenticationFailureHandler {
    private final People people;

    SignInProblems(People people) {
        this.people = people;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        var address = UriComponentsBuilder.fromPath("/sign-in")
                .queryParam("problem", problem instanceof LockedException ? "wait" : "wrong");
        var typed = request.getParameter("username");
        var person = typed == null ? null : people.find(typed.strip());
        if (person != null) {
            address.queryParam("as", person.username());
        } else {
            address.fragment("other");
        }
        response.sendRedirect(address.encode().toUriString());
    }
}
