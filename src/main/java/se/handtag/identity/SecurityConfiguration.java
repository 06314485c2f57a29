package se.handtag.identity;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.SessionTrackingMode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Authorization code with PKCE (RFC 7636) for people; nobody else gets in but health checks. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {
    @Bean
    @Primary
    NavigationAccessControl rolesOfRequest(
            List<NavigationAccessChecker> checkers, NavigationAccessControlConfigurer configurer) {
        return configurer.build(RolesOfRequest::new, checkers);
    }

    /** What each of some thirty filters took tells nobody anything, and takes time itself. */
    @Bean
    static SecurityObservationSettings noMetersPerFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static RecheckTimes recheckTimes(IdentitySettings settings, ObjectProvider<RandomGenerator> random) {
        return new RecheckTimes(settings.recheckEvery(), random.getIfUnique(SecureRandom::new));
    }

    @Bean
    SecurityFilterChain portal(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            ClaimsReader claims,
            Sessions sessions,
            KnownSessions known,
            ProviderLogout logout,
            IdentitySettings settings,
            Attempts attempts,
            Ties ties,
            VaadinDefaultRequestCache whereTheyWanted,
            ApplicationEventPublisher events)
            throws Exception {
        var way = new WayToProvider(Door.PORTAL, registrations, settings.acr());
        whereTheyWanted.setDelegateRequestCache(withPlainAddress());
        return http.authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/actuator/health/**",
                                "/favicon.ico",
                                "/favicon.svg",
                                "/logo.svg",
                                "/styles.css",
                                "/needs-connection.js",
                                "/passing-time.js",
                                "/plain.css",
                                "/manifest.webmanifest",
                                "/brand/logo",
                                "/offline",
                                "/offline-worker.js",
                                "/icons/**",
                                "/check-receipt.html",
                                "/sign-in-failed")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/lost", "/lost/**")
                        .denyAll()
                        .requestMatchers("/audit/export", "/sign-in/fresh")
                        .authenticated())
                .with(
                        vaadin(),
                        portal -> portal.oauth2LoginPage(
                                        Door.PORTAL.start() + "/" + Door.PORTAL.registration(), "{baseUrl}/")
                                .addLogoutHandler(farewell(events))
                                .addLogoutHandler(clearing()))
                .oauth2Login(login -> login.authorizedClientRepository(ties)
                        .authorizationEndpoint(
                                to -> to.authorizationRequestResolver(way).authorizationRequestRepository(way))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(welcome(claims, events)))
                        .failureHandler(refusal(Door.PORTAL, events))
                        .withObjectPostProcessor(new StartOfSignIn()))
                .oidcLogout(out -> out.oidcSessionRegistry(new ProviderLogout.NoRegister())
                        .backChannel(told -> told.logoutHandler(logout)))
                .addFilterAfter(new EndedSessions(sessions, known, Door.PORTAL, null), HeaderWriterFilter.class)
                .addFilterAfter(new Knocking(attempts, Door.PORTAL), EndedSessions.class)
                .addFilterAfter(new Pace(settings.requestsAMinute()), EndedSessions.class)
                .build();
    }

    /** Leads back to the very address that was asked for, with nothing added to it; the documented way to say so is null. */
    @SuppressWarnings("NullAway")
    private static RequestCache withPlainAddress() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    static OAuth2UserService<OidcUserRequest, OidcUser> welcome(ClaimsReader claims, ApplicationEventPublisher events) {
        return request -> {
            var user = claims.loadUser(request);
            if (user instanceof PersonPrincipal principal) {
                events.publishEvent(
                        new DoorEvent.PersonSignedIn(new Actor(principal.person(), SignedIn.sourceAddress())));
            }
            return user;
        };
    }

    static LogoutHandler farewell(ApplicationEventPublisher events) {
        return (_, _, authentication) -> {
            if (authentication != null) {
                SignedIn.personOf(authentication)
                        .ifPresent(person -> events.publishEvent(
                                new DoorEvent.PersonSignedOut(new Actor(person, SignedIn.sourceAddress()))));
            }
        };
    }

    /**
     * The browser forgets the pages it may still hold. Not its cookies, which other services of this host share, and not its
     * storage, where the page for when there is no connection is kept and nothing else.
     */
    static LogoutHandler clearing() {
        return new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(ClearSiteDataHeaderWriter.Directive.CACHE));
    }

    static AuthenticationFailureHandler refusal(Door door, ApplicationEventPublisher events) {
        return (request, response, failure) -> {
            String reason = failure instanceof OAuth2AuthenticationException oauth
                    ? oauth.getError().getErrorCode()
                    : "failed";
            events.publishEvent(new DoorEvent.SignInRefused(reason, SignedIn.sourceAddress()));
            String which = reason.equals(ClaimsReader.TOO_WEAK)
                    ? "?weak"
                    : door == Door.LOST ? "?lost" : WayToProvider.round() == null ? "" : "?fresh";
            response.sendRedirect(request.getContextPath() + "/sign-in-failed" + which);
        };
    }

    /** No session number in an address, where others could read it and where the firewall would refuse it. */
    @Bean
    static ServletContextInitializer sessionsInCookiesAlone() {
        return context -> context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    }

    /** Built at the first use, so that the portal starts while the provider is down. */
    @Bean
    ClientRegistrationRepository registrations(IdentitySettings settings) {
        return new SupplierClientRegistrationRepository(() -> {
            var portal = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(Door.PORTAL.registration())
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
            var lost = ClientRegistration.withClientRegistration(portal)
                    .registrationId(Door.LOST.registration())
                    .redirectUri("{baseUrl}" + Door.LOST.callback() + "/{registrationId}")
                    .build();
            return new InMemoryClientRegistrationRepository(portal, lost);
        });
    }
}
