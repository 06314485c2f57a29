package se.handtag.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The way from a door to the provider and back to the same door: what was begun at one cannot be finished at the other,
 * though the browser's session is one.
 */
final class WayToProvider
        implements OAuth2AuthorizationRequestResolver, AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String ROUND = "handtag.round";
    private static final Map<String, Object> SIGN_IN_ANEW = Map.of("prompt", "login");
    private static final Map<String, Object> SIGN_IN_NOW = Map.of("prompt", "login", "max_age", "0");

    private final Door door;
    private final DefaultOAuth2AuthorizationRequestResolver resolver;

    /** @param acr what the provider is asked for of {@code acr}, any of which will do; empty for nothing */
    WayToProvider(Door door, ClientRegistrationRepository registrations, List<String> acr) {
        this.door = door;
        resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, door.start());
        Consumer<OAuth2AuthorizationRequest.Builder> pkce = OAuth2AuthorizationRequestCustomizers.withPkce();
        resolver.setAuthorizationRequestCustomizer(
                acr.isEmpty()
                        ? pkce
                        : pkce.andThen(asked ->
                                asked.additionalParameters(all -> all.put("acr_values", String.join(" ", acr)))));
    }

    /** The round that the request being served comes back from, null when it is an ordinary sign-in. */
    static @Nullable FreshRound round() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getAttribute(ROUND) instanceof FreshRound round
                ? round
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(resolver.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asked(resolver.resolve(request, registration), request);
    }

    private @Nullable OAuth2AuthorizationRequest asked(
            @Nullable OAuth2AuthorizationRequest plain, HttpServletRequest request) {
        if (plain == null || !door.registration().equals(plain.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))) {
            return null;
        }
        var session = request.getSession();
        if (door == Door.LOST) {
            return request.getParameter("other") == null ? plain : with(plain, SIGN_IN_ANEW, Map.of());
        }
        if (request.getParameter("fresh") != null
                && session.getAttribute(FreshRound.WAITING) instanceof FreshRound round) {
            session.removeAttribute(FreshRound.WAITING);
            return with(plain, SIGN_IN_NOW, Map.of(ROUND, round));
        }
        // The provider still knows whoever reports a phone lost here: that must not open the portal.
        return session.getAttribute(Door.LOST.context()) == null ? plain : with(plain, SIGN_IN_ANEW, Map.of());
    }

    private static OAuth2AuthorizationRequest with(
            OAuth2AuthorizationRequest plain, Map<String, Object> parameters, Map<String, Object> attributes) {
        return OAuth2AuthorizationRequest.from(plain)
                .additionalParameters(all -> all.putAll(parameters))
                .attributes(all -> all.putAll(attributes))
                .build();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(door.way()) instanceof OAuth2AuthorizationRequest kept
                        && Objects.equals(kept.getState(), state)
                ? kept
                : null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            removeAuthorizationRequest(request, response);
        } else {
            request.getSession().setAttribute(door.way(), begun);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest kept = loadAuthorizationRequest(request);
        if (kept != null) {
            request.getSession().removeAttribute(door.way());
            request.setAttribute(ROUND, kept.getAttribute(ROUND));
        }
        return kept;
    }
}
