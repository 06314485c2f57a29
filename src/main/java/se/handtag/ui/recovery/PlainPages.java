package se.handtag.ui.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;
import se.handtag.identity.Sessions;
import se.handtag.ui.kit.Languages;
import se.handtag.ui.shell.Brand;
import se.handtag.ui.shell.SecurityHeaders;
import se.handtag.ui.shell.ShellSettings;

/** What all pages without scripts have in common: what browsers refuse on them, the language and whom to call. */
@Configuration(proxyBeanMethods = false)
class PlainPages implements WebMvcConfigurer {
    private static final List<String> ASKED = List.of("again", "away", "fresh", "lost", "watch", "weak");

    private static final long SECONDS_IN_MINUTE = 60;

    private final ShellSettings settings;
    private final Brand brand;
    private final Sessions sessions;
    private final Clock clock;

    PlainPages(ShellSettings settings, Brand brand, Sessions sessions, Clock clock) {
        this.settings = settings;
        this.brand = brand;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Frame())
                .addPathPatterns("/lost", "/lost/**", "/sign-in-failed", "/offline", "/error");
    }

    /** What a link to the same page in another language must say again. */
    private static String kept(HttpServletRequest request) {
        return ASKED.stream()
                .filter(name -> request.getParameter(name) != null)
                .map(name -> name + "=on&")
                .collect(Collectors.joining());
    }

    /** A page left open leads to being signed out by itself, so that the provider forgets the person as well. */
    private void addEnd(ModelAndView page) {
        Instant ends = sessions.lostSessionEnds();
        if (ends != null) {
            long seconds = Math.max(1, Duration.between(clock.instant(), ends).toSeconds() + 1);
            page.addObject("endsIn", seconds).addObject("endsInMinutes", Math.ceilDiv(seconds, SECONDS_IN_MINUTE));
        }
    }

    private final class Frame implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            SecurityHeaders.COMMON.forEach(response::setHeader);
            response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, SecurityHeaders.policyForPlainPages());
            return true;
        }

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            String view = page == null ? null : page.getViewName();
            if (page != null && view != null && !view.startsWith("redirect:")) {
                var language = RequestContextUtils.getLocale(request);
                page.addObject("lang", language.getLanguage())
                        .addObject("kept", kept(request))
                        .addObject(
                                "others",
                                // Without a connection there is the page that was kept, and no other.
                                request.getServletPath().equals("/offline")
                                        ? List.of()
                                        : Languages.ALL.stream()
                                                .filter(other ->
                                                        !other.getLanguage().equals(language.getLanguage()))
                                                .toList())
                        .addObject("brand", brand)
                        .addObject("lostPage", request.getServletPath().startsWith("/lost"))
                        .addObject("helpDesk", HelpDesk.of(settings.helpDesk()));
                addEnd(page);
            }
        }
    }
}
