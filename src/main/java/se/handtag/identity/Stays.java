package se.handtag.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.Longest;

/** Where people are signed in, and signing out from afar: one's own, and for IT anybody's. */
@Component
public class Stays {
    private final KnownSessions known;
    private final Sessions sessions;
    private final Persons persons;
    private final FreshSignIns fresh;
    private final SignedIn signedIn;

    Stays(KnownSessions known, Sessions sessions, Persons persons, FreshSignIns fresh, SignedIn signedIn) {
        this.known = known;
        this.sessions = sessions;
        this.persons = persons;
        this.fresh = fresh;
        this.signedIn = signedIn;
    }

    /**
     * One place where a person is signed in.
     *
     * @param lost at the pages for a lost phone alone
     * @param used when they last did something there, to the minute
     * @param browser its family, such as "Firefox, Windows"; null when it does not say
     * @param address the network address they came from last, as on record; null when it is not known
     * @param here whether it is the one that asks
     */
    public record Stay(
            SessionId id,
            boolean lost,
            Instant began,
            Instant used,
            @Nullable String browser,
            @Nullable String address,
            boolean here) {}

    /** What came of signing out from afar. */
    public enum SignedOut {
        YES,
        /** It was over already, or is none of theirs. */
        GONE,
        /** They must first prove once more who they are. */
        SIGN_IN_FIRST
    }

    /** Where the signed-in person is signed in, the place used last first. */
    public List<Stay> mine() {
        SessionId here = signedIn.session();
        return known.of(signedIn.person().id()).stream()
                .map(each -> new Stay(
                        each.id(),
                        each.lost(),
                        each.began(),
                        each.used(),
                        each.browser(),
                        each.address(),
                        each.id().equals(here)))
                .toList();
    }

    /** Signs the person out in one other place; takes a fresh sign-in, which it uses up. */
    @Transactional
    public SignedOut signOut(Actor actor, SessionId session) {
        PersonId person = actor.person().id();
        if (known.of(person).stream().noneMatch(each -> each.id().equals(session))) {
            return SignedOut.GONE;
        }
        if (!fresh.spend(fresh.of(actor.person()), person, "sign-out-there")) {
            return SignedOut.SIGN_IN_FIRST;
        }
        sessions.end(actor, session);
        return SignedOut.YES;
    }

    /** Signs the person out everywhere but here; takes a fresh sign-in, which it uses up. */
    @Transactional
    public SignedOut signOutElsewhere(Actor actor) {
        PersonId person = actor.person().id();
        if (!fresh.spend(fresh.of(actor.person()), person, "sign-out-elsewhere")) {
            return SignedOut.SIGN_IN_FIRST;
        }
        sessions.endAll(
                person,
                signedIn.session(),
                end -> ended(end, actor, person, actor.person().name(), "others"));
        return SignedOut.YES;
    }

    /**
     * Signs everyone out who has that address, by every account they have.
     *
     * @return false when nobody with that address ever signed in
     * @throws AccessDeniedException when the actor is not of IT
     */
    @Transactional
    public boolean signOutPerson(Actor actor, String address) {
        onlyIt(actor);
        List<PersonId> accounts = persons.withAddress(address);
        for (PersonId account : accounts) {
            sessions.endAll(
                    account, signedIn.session(), end -> ended(end, actor, account, persons.nameOf(account), "all"));
        }
        return !accounts.isEmpty();
    }

    /**
     * Signs everybody out but whoever presses. It takes one person: it loses nobody anything but a minute, and when it is
     * needed there is no time to look for a second.
     *
     * @param reason why, for the record
     * @throws AccessDeniedException when the actor is not of IT
     */
    @Transactional
    public void signOutEverybody(Actor actor, String reason) {
        onlyIt(actor);
        Longest.REASON.demand(reason);
        sessions.endEverybodys(actor, signedIn.session(), reason);
    }

    private static DoorEvent ended(long end, Actor actor, PersonId person, String name, String which) {
        return new DoorEvent.SessionsEnded(end, actor, person, name, which, null, null);
    }

    private static void onlyIt(Actor actor) {
        if (!actor.person().is(Role.IT)) {
            throw new AccessDeniedException("Only IT signs others out");
        }
    }
}
