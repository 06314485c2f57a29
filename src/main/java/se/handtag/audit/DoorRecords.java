package se.handtag.audit;

import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.identity.DoorEvent;
import se.handtag.identity.DoorEvent.AccessRefused;
import se.handtag.identity.DoorEvent.PersonGone;
import se.handtag.identity.DoorEvent.PersonSignedIn;
import se.handtag.identity.DoorEvent.PersonSignedOut;
import se.handtag.identity.DoorEvent.RolesLost;
import se.handtag.identity.DoorEvent.SessionsEnded;
import se.handtag.identity.DoorEvent.SignInRefused;
import se.handtag.identity.DoorEvent.SignedOutByProvider;
import se.handtag.identity.DoorEvent.StrangerRefused;
import se.handtag.identity.Role;

/**
 * Puts on record what happens at the door, while it happens: who cannot be recorded is not let in. Refusals of
 * nobody in particular are counted.
 */
@Component
class DoorRecords {
    private final AuditLog log;
    private final AnonymousRefusals refusals;

    DoorRecords(AuditLog log, AnonymousRefusals refusals) {
        this.log = log;
        this.refusals = refusals;
    }

    @EventListener
    void on(DoorEvent event) {
        switch (event) {
            case PersonSignedIn(var actor) ->
                log.appendAlone(AuditEntry.of(AuditKind.SIGN_IN).by(actor));
            case PersonSignedOut(var actor) ->
                log.appendAlone(AuditEntry.of(AuditKind.SIGN_OUT).by(actor));
            case SignedOutByProvider(var end, var person, var name) -> {
                var out = end == null ? AuditEntry.of(AuditKind.SIGN_OUT) : out(end);
                out = out.mark("by", "provider");
                log.appendAlone(person == null || name == null ? out : out.onBehalfOf(person, name));
            }
            case PersonGone(var end, var person, var name, var _) ->
                log.append(out(end).mark("by", "provider").outcome("gone").onBehalfOf(person, name));
            case RolesLost(var end, var person, var name, var _, var lost) ->
                log.append(out(end).mark("by", "provider")
                        .outcome("roles lost")
                        .mark("roles", lost.stream().map(Role::name).sorted().collect(Collectors.joining(", ")))
                        .onBehalfOf(person, name));
            case SessionsEnded(var end, var actor, var person, var name, var which, var because, var reason) -> {
                var out = out(end).by(actor)
                        .outcome("from afar")
                        .mark("sessions", which)
                        .mark("because", because)
                        .fact("reason", reason);
                log.append(person == null || name == null ? out : out.onBehalfOf(person, name));
            }
            case SignInRefused(var reason, var address) -> refusals.count(reason, address);
            case StrangerRefused(var reason, var address) -> refusals.count(reason, address);
            case AccessRefused(var actor, var path) ->
                log.appendAlone(AuditEntry.of(AuditKind.REFUSED_ACCESS)
                        .by(actor)
                        .outcome("refused")
                        .fact("path", path));
        }
    }

    private static AuditEntry out(long end) {
        return AuditEntry.of(AuditKind.SIGN_OUT).step("sessions/" + end + "/ended");
    }
}
