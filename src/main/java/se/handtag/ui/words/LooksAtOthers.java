package se.handtag.ui.words;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.commands.Command;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.PersonId;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.UserId;
import se.handtag.policy.Subject;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.RequestLookup;

/** Puts on record that somebody looked at another, their device, their request or what was ordered for them, on whichever page. */
@Component
public class LooksAtOthers {
    private final MdmUsers users;
    private final SignedIn signedIn;
    private final RequestLookup requests;
    private final AuditLog log;

    LooksAtOthers(MdmUsers users, SignedIn signedIn, RequestLookup requests, AuditLog log) {
        this.users = users;
        this.signedIn = signedIn;
        this.requests = requests;
        this.log = log;
    }

    /** Nothing is put on record of one's own. */
    public void record(Reached reached) {
        if (!reached.own()) {
            var device = reached.device();
            record(device, device.owner(), ownerName(reached).orElse(null));
        }
    }

    /** @param owner whose it is, who can see that somebody looked; null for nobody's */
    public void record(FleetDevice device, @Nullable UserId owner, @Nullable String ownerName) {
        log.appendAlone(of(look("open-device"), owner, ownerName)
                .device(device.id().value(), device.label())
                .outcome("shown"));
    }

    /** What others have, or what happens to it, is listed. @param what in the log's own words, such as {@code team} */
    public void recordList(String what) {
        log.appendAlone(look("search").mark("list", what));
    }

    /** Somebody or something is looked for, whether or not it is there. */
    public void recordSearch(String text) {
        log.appendAlone(look("search").fact("text", text));
    }

    /**
     * Whoever looks may not, or there is nothing: which of the two is not told them.
     *
     * @param thing what they wanted to see, in one word such as {@code request}
     * @param asked which, as they asked for it
     */
    public void recordRefused(String action, String thing, Object asked) {
        log.appendAlone(AuditEntry.refused(signedIn.actor(), action, thing, asked));
    }

    /** Somebody is found, with their devices. */
    public void record(MdmUser person) {
        log.appendAlone(of(look("open-person"), person.id(), person.name())
                .subject(key(person.id()), person.name())
                .outcome("shown"));
    }

    /**
     * The page of another's request, which says much of their device, is opened. That is a record also of those who are to
     * decide about it: they keep that page for as long as the request is kept, and may be many, of whom one decides. What
     * waits in their inbox is none: it was put before them by asking, and whoever decided is on record with what they decided.
     * Nothing is put on record of what one asked for, or what was asked for about one's own.
     */
    public void record(Request request) {
        record(
                look("open-request"),
                new Matter(request.subject(), request.by(), request.byName(), request.self()),
                request);
    }

    /** The page of what is about to happen to another's device is opened, by whoever may call it off. */
    public void record(Command command) {
        UUID request = command.request();
        record(
                look("open-command").command(command.id().value()),
                new Matter(command.subject(), command.by(), command.byName(), command.self()),
                request == null ? null : requests.find(new RequestId(request)).orElse(null));
    }

    /** What somebody asked for. @param self the user of the MDM that they were, null for none */
    private record Matter(
            Subject subject,
            PersonId by,
            String byName,
            @Nullable UserId self) {}

    /** What was asked for about nobody's is the matter of whoever asked. */
    private void record(AuditEntry look, Matter matter, @Nullable Request request) {
        UserId owner = matter.subject.owner();
        if (isOwn(matter, request == null ? null : request.forUser())) {
            return;
        }
        AuditEntry about = look.subject(matter.subject.key(), matter.subject.label())
                .request(request == null ? null : request.id().value())
                .outcome("shown");
        if (owner != null) {
            about = of(about, owner, request == null ? null : request.ownerName());
        } else {
            about = matter.self == null
                    ? about.onBehalfOf(matter.by, matter.byName)
                    : of(about, matter.self, matter.byName);
        }
        log.appendAlone(about);
    }

    private boolean isOwn(Matter matter, @Nullable UserId forUser) {
        var person = signedIn.person();
        if (matter.by.equals(person.id())) {
            return true;
        }
        UserId self = users.lastSelf(person.id()).orElse(null);
        return self != null
                && (self.equals(matter.subject.owner()) || self.equals(matter.self) || self.equals(forUser));
    }

    private AuditEntry look(String action) {
        return AuditEntry.of(AuditKind.LOOK).by(signedIn.actor()).action(action);
    }

    private static AuditEntry of(AuditEntry look, @Nullable UserId owner, @Nullable String name) {
        return owner == null ? look : look.onBehalfOf(key(owner), name);
    }

    private static String key(UserId user) {
        return "user/" + user;
    }

    /** Whose it is, empty when it is nobody's or the MDM does not say. */
    public Optional<String> ownerName(Reached reached) {
        return Optional.ofNullable(reached.device().owner())
                .flatMap(users::find)
                .map(MdmUser::name);
    }
}
