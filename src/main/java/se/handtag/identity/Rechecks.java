package se.handtag.identity;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the provider again and again whether whoever is signed in is still there, and with which roles. Who is not there any
 * more, or has fewer roles, is signed out everywhere; who cannot be asked about stays, but not for ever. Each node asks for
 * the sessions that it holds.
 */
@Component
class Rechecks {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);

    /** In seconds: short, so that few are due at a time. */
    private static final int LOOK = 2;

    /** Looks that are left out once the provider did not answer: so soon again it will not either. */
    private static final int REST = 7;

    private static final int AT_ONCE = 8;
    private static final Duration AFTER_NOTHING = Duration.ofMinutes(1);

    private final OpenSessions open;
    private final Sessions sessions;
    private final Standing standing;
    private final ProviderWord provider;
    private final ClaimsReader claims;
    private final IdentitySettings settings;
    private final RecheckTimes times;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private int rest;

    Rechecks(
            OpenSessions open,
            Sessions sessions,
            Standing standing,
            ProviderWord provider,
            ClaimsReader claims,
            IdentitySettings settings,
            RecheckTimes times,
            ApplicationEventPublisher events,
            Clock clock) {
        this.open = open;
        this.sessions = sessions;
        this.standing = standing;
        this.provider = provider;
        this.claims = claims;
        this.settings = settings;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    private record Due(HttpSession session, PersonPrincipal principal, Tie tie) {}

    @Scheduled(fixedDelay = LOOK, initialDelay = LOOK, timeUnit = TimeUnit.SECONDS)
    synchronized void lookUnlessAtRest() {
        if (rest > 0) {
            rest--;
        } else {
            look();
        }
    }

    /** Asks for everybody who is due. One at a time: a refresh token may be good for one question only. */
    synchronized void look() {
        if (settings.recheckEvery().isZero()) {
            return;
        }
        var away = new AtomicBoolean();
        try (ExecutorService some =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            due().forEach(one -> some.execute(() -> recheck(one, away)));
        }
        if (away.get()) {
            rest = REST;
        }
    }

    private List<Due> due() {
        Instant now = clock.instant();
        List<Due> due = new ArrayList<>();
        for (HttpSession session : open.all()) {
            OpenSessions.principal(session, Door.PORTAL).ifPresent(principal -> {
                Tie tie = OpenSessions.tie(session);
                if (tie != null && !now.isBefore(tie.due())) {
                    due.add(new Due(session, principal, tie));
                }
            });
        }
        return due;
    }

    private void recheck(Due one, AtomicBoolean away) {
        try {
            if (!isStill(one)) {
                return;
            }
            if (sessions.isOver(one.principal())) {
                OpenSessions.leave(one.session(), Door.PORTAL);
                return;
            }
            ProviderWord.Word word = away.get()
                    ? new ProviderWord.Word.Nothing(true)
                    : provider.ask(one.tie().client(), one.principal().person().subject());
            if (!isStill(one)) {
                return;
            }
            switch (word) {
                case ProviderWord.Word.Here here -> stays(one, here);
                case ProviderWord.Word.Over() -> out(one.principal().person());
                case ProviderWord.Word.Gone() -> standing.gone(one.principal());
                case ProviderWord.Word.Nothing nothing -> {
                    if (nothing.away()) {
                        away.set(true);
                    }
                    unheard(one);
                }
            }
        } catch (IllegalStateException over) {
            // They signed out at this very moment.
            LOG.debug("A session ended while it was asked about", over);
        } catch (RuntimeException failed) {
            LOG.warn("Somebody could not be asked about: {}", failed.toString());
            unheardOf(one);
        }
    }

    /** What failed here counts as no answer, so that nobody stays for ever on it. */
    private void unheardOf(Due one) {
        try {
            unheard(one);
        } catch (IllegalStateException over) {
            LOG.debug("A session ended while it was asked about", over);
        }
    }

    /** Whoever has signed in anew meanwhile, or somebody else in the same browser, was not meant. */
    private static boolean isStill(Due one) {
        return one.tie().equals(OpenSessions.tie(one.session()))
                && OpenSessions.principal(one.session(), Door.PORTAL)
                        .filter(now -> now.session()
                                .id()
                                .equals(one.principal().session().id()))
                        .isPresent();
    }

    private void stays(Due one, ProviderWord.Word.Here here) {
        Instant now = clock.instant();
        // The next token at once, or it is lost; that somebody is still there counts once their claims could be read.
        Tie.keep(one.session(), new Tie(here.client(), one.tie().heard(), now.plus(AFTER_NOTHING)));
        if (here.claims() != null) {
            Person was = one.principal().person();
            Person is = claims.again(here.claims());
            if (!is.roles().containsAll(was.roles())) {
                out(was);
                return;
            }
        }
        Tie.keep(one.session(), new Tie(here.client(), now, times.next(now)));
    }

    private void out(Person person) {
        sessions.endAll(person.id(), null, end -> new DoorEvent.SignedOutByProvider(end, person.id(), person.name()));
    }

    private void unheard(Due one) {
        Instant now = clock.instant();
        Tie tie = OpenSessions.tie(one.session());
        if (tie == null) {
            return;
        }
        if (now.isAfter(tie.heard().plus(settings.recheckEvery()).plus(settings.recheckGrace()))) {
            OpenSessions.leave(one.session(), Door.PORTAL);
            Person person = one.principal().person();
            events.publishEvent(new DoorEvent.SignedOutByProvider(null, person.id(), person.name()));
        } else {
            Tie.keep(one.session(), tie.dueAt(now.plus(AFTER_NOTHING)));
        }
    }
}
