package se.handtag.trial.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who may do what at the identity provider, and the OpenID Connect endpoints themselves. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class IdpSecurity {
    /** Form targets include the portal, for browsers apply this to where a sent form is finally redirected to. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; form-action 'self' http://localhost:* http://127.0.0.1:*";

    @Bean
    SecurityFilterChain endpoints(HttpSecurity http, Clock clock, People people, Accounts accounts) throws Exception {
        var attempts = new SignInAttempts(clock);
        http.oauth2AuthorizationServer(server -> server.authorizationEndpoint(endpoint ->
                        endpoint.authenticationProviders(providers -> providers.forEach(provider -> {
                            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                                codes.setAuthenticationValidator(IdpSecurity::checkRequest);
                            }
                        })))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                configuration -> configuration.providerConfigurationCustomizer(IdpSecurity::describe))
                        .logoutEndpoint(logout -> logout.errorResponseHandler(new StaleLogout())
                                .authenticationProviders(providers -> providers.forEach(provider -> {
                                    if (provider instanceof OidcLogoutAuthenticationProvider logouts) {
                                        logouts.setAuthenticationValidator(IdpSecurity::checkLogout);
                                    }
                                })))));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                        "/",
                        "/sign-in",
                        "/sign-in.css",
                        "/icon.svg",
                        "/favicon.ico",
                        "/mail",
                        "/mail/*",
                        "/accounts",
                        "/accounts/*")
                .permitAll()
                .anyRequest()
                .authenticated());
        http.authenticationProvider(new SamplePassword(people, accounts, attempts, clock));
        http.formLogin(form -> form.loginPage("/sign-in").failureHandler(new SignInProblems(people)));
        http.logout(logout -> logout.logoutSuccessUrl("/"));
        http.sessionManagement(sessions -> sessions.sessionAuthenticationStrategy(new SessionPerPerson()));
        http.addFilterAfter(new FreshSignIn(clock), SecurityContextHolderFilter.class);
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY)));
        return http.build();
    }

    @Bean
    SharedContextHolder contextHolder() {
        return new SharedContextHolder();
    }

    /** Tells the register of sessions when one ends or changes its id; sign-out compares them. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /**
     * A new key at each start: tokens of an earlier trial mean nothing to this one. It is made beside the start, for two
     * large primes can take seconds, and nobody signs in before the portal runs.
     */
    @Bean
    JWKSource<SecurityContext> keys() {
        var keys = CompletableFuture.supplyAsync(IdpSecurity::freshKeys, Thread.ofVirtual()::start);
        return (selector, context) -> selector.select(keys.join());
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    /** Without a fixed issuer: it is the address one came by, which holds the port also when a free one was picked. */
    @Bean
    AuthorizationServerSettings serverSettings() {
        return AuthorizationServerSettings.builder().build();
    }

    @Bean
    TokenClaims tokenClaims(Accounts accounts) {
        return new TokenClaims(accounts);
    }

    private static JWKSet freshKeys() {
        try {
            return new JWKSet(new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("No key to sign tokens with can be made here", e);
        }
    }

    private static void describe(OidcProviderConfiguration.Builder configuration) {
        configuration
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .claim("prompt_values_supported", List.of("none", "login", "select_account"))
                .claim("claims_supported", TokenClaims.NAMES);
    }

    private static void checkRequest(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (!Loopback.isCallback(request.getRedirectUri())) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(
                            OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is no portal on this machine", null),
                    null);
        }
        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(context);
    }

    private static void checkLogout(OidcLogoutAuthenticationContext context) {
        OidcLogoutAuthenticationToken request = context.getAuthentication();
        var address = request.getPostLogoutRedirectUri();
        if (address != null && !Loopback.isLocal(address)) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_REQUEST, "post_logout_redirect_uri is no portal on this machine", null));
        }
    }
}
