package se.handtag.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * Asks the provider for a person once more, by the refresh token of their session (OAuth 2.0, RFC 6749, section 6; OpenID
 * Connect Core 1.0, section 12).
 */
@Component
class ProviderWord {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderWord.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestClientRefreshTokenTokenResponseClient tokens = new RestClientRefreshTokenTokenResponseClient();
    private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();

    private final IdentitySettings settings;

    ProviderWord(IdentitySettings settings) {
        this.settings = settings;
        var http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        http.setReadTimeout(PATIENCE);
        tokens.setRestClient(RestClient.builder()
                .requestFactory(http)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
    }

    /** What the provider said. */
    sealed interface Word {

        /**
         * The account is there.
         *
         * @param client what to ask by the next time
         * @param claims for reading the person anew; null when it did not say who they are
         */
        record Here(OAuth2AuthorizedClient client, @Nullable OidcUserRequest claims) implements Word {}

        /** What it gave counts no more, for whatever reason: the password was changed, say, or its session has ended. */
        record Over() implements Word {}

        /** The account is disabled or deleted, in the provider's own words. */
        record Gone() implements Word {}

        /**
         * Nothing that could be understood.
         *
         * @param away whether it did not answer at all, so that asking about others is of no use either
         */
        record Nothing(boolean away) implements Word {}
    }

    /**
     * Takes some seconds at the most.
     *
     * @param subject whom the session belongs to; an answer about anybody else counts as none about them
     */
    Word ask(OAuth2AuthorizedClient client, String subject) {
        try {
            OAuth2AccessTokenResponse answer = tokens.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    client.getClientRegistration(),
                    client.getAccessToken(),
                    Objects.requireNonNull(client.getRefreshToken())));
            return here(client, answer, subject);
        } catch (OAuth2AuthorizationException refused) {
            String error = refused.getError().getErrorCode();
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(error)) {
                return saysGone(refused.getError().getDescription()) ? new Word.Gone() : new Word.Over();
            }
            LOG.warn("The identity provider did not say whether somebody is still there: {}", error);
            return new Word.Nothing(refused.getCause() instanceof ResourceAccessException);
        } catch (OAuth2AuthenticationException | JwtException unreadable) {
            // What is in them may be of the tokens'.
            LOG.warn(
                    "The identity provider's word on somebody cannot be read: {}",
                    unreadable.getClass().getSimpleName());
            return new Word.Nothing(false);
        }
    }

    /** OAuth 2.0 has one error for whatever is wrong with a token; what tells them apart is the text that comes with it. */
    private boolean saysGone(@Nullable String description) {
        return description != null
                && settings.gone().stream()
                        .anyMatch(
                                words -> description.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
    }

    private Word here(OAuth2AuthorizedClient client, OAuth2AccessTokenResponse answer, String subject) {
        OAuth2RefreshToken next =
                answer.getRefreshToken() == null ? client.getRefreshToken() : answer.getRefreshToken();
        var registration = client.getClientRegistration();
        var kept = new OAuth2AuthorizedClient(registration, client.getPrincipalName(), answer.getAccessToken(), next);
        if (!(answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String text)) {
            return new Word.Here(kept, null);
        }
        Jwt jwt = decoders.createDecoder(registration).decode(text);
        if (!subject.equals(jwt.getSubject())) {
            return new Word.Over();
        }
        var token = new OidcIdToken(text, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
        return new Word.Here(
                kept,
                new OidcUserRequest(registration, answer.getAccessToken(), token, answer.getAdditionalParameters()));
    }
}
