package se.handtag.identity;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions that browsers have on this node. A page that only listens sends no request at which it could be refused, so
 * what is ended is looked for here as well: at once on the node that ended it, after a moment on the others.
 */
@Component
class OpenSessions implements HttpSessionListener {
    private static final int MOMENT = 2;

    private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong looked = new AtomicLong(-1);
    private final Sessions sessions;
    private final KnownSessions known;

    OpenSessions(Sessions sessions, KnownSessions known) {
        this.sessions = sessions;
        this.known = known;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession());
        for (Door door : Door.values()) {
            principal(event.getSession(), door)
                    .ifPresent(principal -> known.gone(principal.session().id()));
        }
    }

    @TransactionalEventListener
    void on(Sessions.SessionsEnded ended) {
        close(List.of(new Sessions.Ending(ended.person(), null)));
    }

    @TransactionalEventListener
    void on(Sessions.Ended ended) {
        close(List.of(ended.ending()));
    }

    @Scheduled(fixedDelay = MOMENT, timeUnit = TimeUnit.SECONDS)
    void look() {
        long newest = sessions.newestEnd();
        long before = looked.getAndSet(newest);
        if (before >= 0 && newest > before) {
            close(sessions.endedSince(before));
        }
    }

    /** All that this node holds now. */
    Set<HttpSession> all() {
        return Set.copyOf(open);
    }

    private void close(List<Sessions.Ending> endings) {
        for (HttpSession session : open) {
            for (Door door : Door.values()) {
                principal(session, door)
                        .filter(principal -> endings.stream().anyMatch(ending -> ending.concerns(principal)))
                        .filter(sessions::isEnded)
                        .ifPresent(_ -> leave(session, door));
            }
        }
    }

    /** Forgets who came in by that door and all that was open behind it; what belongs to the other door stays. */
    static void leave(HttpSession session, Door door) {
        try {
            Door other = door == Door.LOST ? Door.PORTAL : Door.LOST;
            if (session.getAttribute(other.context()) == null) {
                session.invalidate();
            } else if (door == Door.LOST) {
                session.removeAttribute(door.context());
            } else {
                Collections.list(session.getAttributeNames()).stream()
                        .filter(name -> !name.equals(other.context()) && !name.endsWith("CSRF_TOKEN"))
                        .forEach(session::removeAttribute);
            }
        } catch (IllegalStateException gone) {
            // Somebody signed out at this very moment.
        }
    }

    /** Null when the session has none, or is over. */
    static @Nullable Tie tie(HttpSession session) {
        try {
            return Tie.of(session);
        } catch (IllegalStateException gone) {
            return null;
        }
    }

    /** Who came in by that door; empty when nobody did, or when the session is over. */
    static Optional<PersonPrincipal> principal(HttpSession session, Door door) {
        return context(session, door)
                .map(SecurityContext::getAuthentication)
                .filter(authentication -> authentication.getPrincipal() instanceof PersonPrincipal)
                .map(authentication -> (PersonPrincipal) authentication.getPrincipal());
    }

    private static Optional<SecurityContext> context(HttpSession session, Door door) {
        try {
            @Nullable Object context = session.getAttribute(door.context());
            return context instanceof SecurityContext known ? Optional.of(known) : Optional.empty();
        } catch (IllegalStateException gone) {
            return Optional.empty();
        }
    }
}
