package se.handtag;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Who gets as far as the portal at all: those who ask for it by its own name and in clear words, and whoever collects metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class Doors {
    @Bean
    FilterRegistrationBean<PortalAddress> portalAddress(PortalSettings settings) {
        var filter = new FilterRegistrationBean<>(new PortalAddress(settings.address()));
        // Behind those that name the request and tell of refusals, before all that reads it.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    FilterRegistrationBean<SaidOnce> saidOnce() {
        var filter = new FilterRegistrationBean<>(new SaidOnce());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return filter;
    }

    /**
     * Lets in by the token {@code handtag.metrics.token} in {@code Authorization: Bearer}. Without such a setting nobody gets
     * in.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain metrics(HttpSecurity http, PortalSettings settings) {
        String token = settings.metrics().token();
        return http.securityMatcher("/actuator/prometheus")
                .authorizeHttpRequests(all -> all.anyRequest()
                        .access((_, asked) -> new AuthorizationDecision(
                                isToken(asked.getRequest().getHeader(HttpHeaders.AUTHORIZATION), token))))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** In a time that does not tell how much of it was right. */
    private static boolean isToken(@Nullable String given, @Nullable String token) {
        return token != null
                && !token.isBlank()
                && given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}
