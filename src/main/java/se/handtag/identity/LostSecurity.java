package se.handtag.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * The door to the pages for a lost phone. Whoever comes in by it sees these pages and no others, for ten minutes, and is
 * signed out at the provider afterwards: they sit at a device that is not theirs.
 */
@Configuration(proxyBeanMethods = false)
class LostSecurity {
    private static final String PAGES = "/lost";
    private static final String OVER = "/lost/signed-out";

    @Bean
    @Order(1)
    SecurityFilterChain lost(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            ClaimsReader claims,
            Sessions sessions,
            KnownSessions known,
            IdentitySettings settings,
            Attempts attempts,
            Ties ties,
            ApplicationEventPublisher events)
            throws Exception {
        var kept = new HttpSessionSecurityContextRepository();
        kept.setSpringSecurityContextKey(Door.LOST.context());
        var way = new WayToProvider(Door.LOST, registrations, List.of());
        var atProvider = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        atProvider.setPostLogoutRedirectUri("{baseUrl}" + OVER);
        atProvider.setDefaultTargetUrl(OVER);
        return http.securityMatcher(LostSecurity::isLost)
                .securityContext(context -> context.securityContextRepository(kept))
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OVER)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.loginPage(Door.LOST.start() + "/" + Door.LOST.registration())
                        .authorizedClientRepository(ties)
                        .defaultSuccessUrl(PAGES)
                        .authorizationEndpoint(
                                to -> to.authorizationRequestResolver(way).authorizationRequestRepository(way))
                        .redirectionEndpoint(back -> back.baseUri(Door.LOST.callback() + "/*"))
                        .userInfoEndpoint(
                                endpoint -> endpoint.oidcUserService(SecurityConfiguration.welcome(claims, events)))
                        .failureHandler(SecurityConfiguration.refusal(Door.LOST, events))
                        .withObjectPostProcessor(new StartOfSignIn()))
                .logout(logout -> logout.logoutUrl("/lost/sign-out")
                        .invalidateHttpSession(false)
                        .clearAuthentication(true)
                        .addLogoutHandler(SecurityConfiguration.farewell(events))
                        .addLogoutHandler(SecurityConfiguration.clearing())
                        .addLogoutHandler((request, _, _) -> {
                            var session = request.getSession(false);
                            if (session != null) {
                                OpenSessions.leave(session, Door.LOST);
                            }
                        })
                        .logoutSuccessHandler(atProvider))
                .addFilterAfter(new EndedSessions(sessions, known, Door.LOST, atProvider), HeaderWriterFilter.class)
                .addFilterAfter(new Knocking(attempts, Door.LOST), EndedSessions.class)
                .addFilterAfter(new Pace(settings.requestsAMinute()), EndedSessions.class)
                .build();
    }

    /** Also a failure of one of these pages, which the server shows under another address. */
    private static boolean isLost(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed instanceof String uri ? uri : request.getRequestURI();
        String inside = path.substring(request.getContextPath().length());
        return inside.equals(PAGES) || inside.startsWith(PAGES + "/");
    }
}
