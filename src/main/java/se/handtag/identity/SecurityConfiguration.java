package se.handtag.identity;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/** Authorization code with PKCE (RFC 7636) for people; nobody else gets in but health checks. */
@Configuration
@EnableMethodSecurity
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {
    private static final String REGISTRATION = "handtag";
    private static final String SIGN_IN = "/oauth2/authorization/" + REGISTRATION;

    @Bean
    SecurityFilterChain portal(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            ClaimsReader claims,
            ApplicationEventPublisher events)
            throws Exception {
        var requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return http.authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/actuator/health/**",
                                "/favicon.ico",
                                "/favicon.svg",
                                "/logo.svg",
                                "/styles.css",
                                "/plain.css",
                                "/icons/**",
                                "/sign-in-failed")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers("/lost", "/lost/**", "/audit/export")
                        .authenticated())
                .with(
                        vaadin(),
                        portal -> portal.oauth2LoginPage(SIGN_IN, "{baseUrl}/")
                                .addLogoutHandler((_, _, authentication) -> {
                                    if (authentication != null) {
                                        SignedIn.personOf(authentication)
                                                .ifPresent(person -> events.publishEvent(new DoorEvent.PersonSignedOut(
                                                        new Actor(person, SignedIn.sourceAddress()))));
                                    }
                                }))
                .oauth2Login(login -> login.authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(requests))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(request -> {
                            var user = claims.loadUser(request);
                            if (user instanceof PersonPrincipal principal) {
                                events.publishEvent(new DoorEvent.PersonSignedIn(
                                        new Actor(principal.person(), SignedIn.sourceAddress())));
                            }
                            return user;
                        }))
                        .failureHandler((_, response, failure) -> {
                            String reason = failure instanceof OAuth2AuthenticationException oauth
                                    ? oauth.getError().getErrorCode()
                                    : "failed";
                            events.publishEvent(new DoorEvent.SignInRefused(reason, SignedIn.sourceAddress()));
                            response.sendRedirect("/sign-in-failed");
                        })
                        .withObjectPostProcessor(new StartOfSignIn()))
                .build();
    }

    /** No session number in an address, where others could read it and where the firewall would refuse it. */
    @Bean
    static ServletContextInitializer sessionsInCookiesAlone() {
        return context -> context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    }

    /** Built at the first use, so that the portal starts while the provider is down. */
    @Bean
    ClientRegistrationRepository registrations(IdentitySettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId(REGISTRATION)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .scope("openid", "profile", "email")
                        .clientSettings(ClientRegistration.ClientSettings.builder()
                                .requireProofKey(true)
                                .build())
                        .build()));
    }
}
