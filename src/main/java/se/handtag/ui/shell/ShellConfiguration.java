package se.handtag.ui.shell;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Texts and languages for all rooms. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShellSettings.class)
class ShellConfiguration {
    private static final String ENGLISH_FILES = "_en.properties";

    /** Every {@code messages/<part>_en.properties} on the class path with its siblings; a new part needs no setting. */
    @Bean
    static MessageSource messageSource(Environment environment) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + ENGLISH_FILES);
        var messages = new BrandedMessages(environment.getProperty("handtag.ui.name", ShellSettings.OWN_NAME));
        messages.setBasenames(Arrays.stream(files)
                .map(Resource::getFilename)
                .map(name -> "messages/" + String.valueOf(name).replace(ENGLISH_FILES, ""))
                .sorted()
                .distinct()
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    static Brand brand(ShellSettings settings) {
        return new Brand(settings);
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new HandtagLocaleResolver();
    }

    /** {@code ?language=en} on a server-rendered page. */
    @Bean
    static WebMvcConfigurer languageByLink() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var change = new LocaleChangeInterceptor();
                change.setParamName("language");
                change.setIgnoreInvalidLocale(true);
                registry.addInterceptor(change);
            }
        };
    }

    @Bean
    static Failures failures(ObjectProvider<RandomGenerator> random) {
        return new Failures(random.getIfUnique(SecureRandom::new));
    }

    /** Before everything else, so that refused sign-ins have their name, too. */
    @Bean
    static FilterRegistrationBean<RequestId> requestId(ObjectProvider<RandomGenerator> random) {
        var first = new FilterRegistrationBean<>(new RequestId(random.getIfUnique(SecureRandom::new)));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        first.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        first.setAsyncSupported(true);
        return first;
    }

    /** So that a trace is found by the name that somebody reads out, and the other way about. */
    @Bean
    static ObservationFilter requestIdOnTraces() {
        return observed -> {
            String request = RequestId.current();
            return request == null ? observed : observed.addHighCardinalityKeyValue(KeyValue.of("request", request));
        };
    }

    /** Also on what is no page, and on what is refused before it becomes one. */
    @Bean
    static FilterRegistrationBean<Filter> commonHeaders() {
        var headers = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            if (response instanceof HttpServletResponse http) {
                SecurityHeaders.COMMON.forEach(http::setHeader);
                http.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.POLICY_FOR_OTHERS);
            }
            chain.doFilter(request, response);
        });
        headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
        headers.setAsyncSupported(true);
        return headers;
    }
}
