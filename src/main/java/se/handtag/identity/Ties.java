package se.handtag.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Keeps the provider's tokens in the session they belong to, where they end with it; of the lost pages none are kept. */
@Component
class Ties implements OAuth2AuthorizedClientRepository {
    private final RecheckTimes times;
    private final Clock clock;

    Ties(RecheckTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Door.of(client.getClientRegistration().getRegistrationId()) == Door.PORTAL) {
            Instant now = clock.instant();
            Tie.keep(request.getSession(), new Tie(client, now, times.next(now)));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Tie tie = session == null || Door.of(registration) != Door.PORTAL ? null : Tie.of(session);
        return tie == null ? null : (T) tie.client();
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null && Door.of(registration) == Door.PORTAL) {
            Tie.drop(session);
        }
    }
}
