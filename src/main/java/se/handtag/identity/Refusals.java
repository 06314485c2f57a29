package se.handtag.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells of every refusal, whoever refused: Spring Security, a filter, a download. It looks at the answer's status, so that
 * no place that refuses can forget to tell. A place that told itself is not told of twice.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Refusals extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String TOLD = Refusals.class.getName();
    private static final Set<Integer> REFUSED = Set.of(
            HttpServletResponse.SC_BAD_REQUEST, HttpServletResponse.SC_UNAUTHORIZED, HttpServletResponse.SC_FORBIDDEN);

    private final ApplicationEventPublisher events;

    Refusals(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(DoorEvent.AccessRefused told) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(TOLD, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (REFUSED.contains(response.getStatus()) && request.getAttribute(TOLD) == null) {
            try {
                tell(request, response.getStatus());
            } catch (RuntimeException away) {
                LOG.warn("A refusal could not be recorded", away);
            }
        }
    }

    private void tell(HttpServletRequest request, int status) {
        var person = person(request);
        if (person.isEmpty()) {
            events.publishEvent(new DoorEvent.StrangerRefused("http-" + status, request.getRemoteAddr()));
        } else if (status == HttpServletResponse.SC_FORBIDDEN) {
            events.publishEvent(new DoorEvent.AccessRefused(
                    new Actor(person.get(), request.getRemoteAddr()), request.getRequestURI()));
        }
    }

    /** By the session: outside of Spring Security's own filters nobody is signed in any more. */
    private static Optional<Person> person(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        return Arrays.stream(Door.values())
                .map(door -> session.getAttribute(door.context()))
                .filter(SecurityContext.class::isInstance)
                .map(context -> ((SecurityContext) context).getAuthentication())
                .flatMap(authentication ->
                        authentication == null ? Stream.<Person>empty() : SignedIn.personOf(authentication).stream())
                .findFirst();
    }
}
