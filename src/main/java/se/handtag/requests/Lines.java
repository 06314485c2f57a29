package se.handtag.requests;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.handtag.audit.AuditLog;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Persons;
import se.handtag.mdm.UserId;
import se.handtag.policy.Stage;

/**
 * Keeps the lines of those whom requests wait for as managers and approvers are today. Whoever decides no more is taken out,
 * whoever came to decide is taken in; what was decided stays decided. Every method is part of the caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Lines {
    private final RequestStore store;
    private final Approvers approvers;
    private final ApproverNames names;
    private final Persons persons;
    private final MdmUsers users;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lines(
            RequestStore store,
            Approvers approvers,
            ApproverNames names,
            Persons persons,
            MdmUsers users,
            AuditLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.approvers = approvers;
        this.names = names;
        this.persons = persons;
        this.users = users;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** The request as it waits today; the caller has locked it. */
    public Request today(Request request) {
        return moved(request, store.routing(request.id()), routing(request));
    }

    /** Where a request is on its way today, kept so; whom it waits for now is left to the caller. */
    public Routing routing(Request request) {
        Routing was = store.routing(request.id());
        Routing drawn = drawn(request, was, users::find);
        if (!drawn.equals(was)) {
            store.draw(request.id(), drawn);
        }
        return drawn;
    }

    /**
     * Who approves has changed: all that waits is looked at again. The MDM is not asked, for all of it is held meanwhile.
     *
     * @param by the marks of those who changed it, who get no say in what that moves
     */
    public void redraw(Set<String> by) {
        for (RequestId id : store.waiting()) {
            store.lock(id).filter(Request::waiting).ifPresent(request -> redraw(request, by));
        }
    }

    private void redraw(Request request, Set<String> by) {
        Routing was = store.routing(request.id());
        if (drawn(request, was, users::lastKnown).equals(was)) {
            return;
        }
        Routing drawn = drawn(request, was.without(by), users::lastKnown);
        store.draw(request.id(), drawn);
        moved(request, was, drawn);
    }

    private Routing drawn(Request request, Routing was, Function<UserId, Optional<MdmUser>> user) {
        Above above = above(request, user);
        List<List<Candidates>> line = new ArrayList<>();
        for (int at = 0; at < request.stages().size(); at++) {
            Stage stage = request.stages().get(at);
            boolean stays = at < request.stage()
                    || stage instanceof Stage.Receiver
                    || (stage instanceof Stage.Manager && above == null);
            line.add(
                    stays
                            ? was.lineOf(at)
                            : approvers.line(stage, above == null ? Above.NOBODY : above, was.concerned()));
        }
        return was.along(line);
    }

    /** Null when nobody knows at this moment. */
    private @Nullable Above above(Request request, Function<UserId, Optional<MdmUser>> user) {
        UserId id = request.subject().owner();
        if (id == null) {
            return Above.NOBODY;
        }
        MdmUser owner = user.apply(id).orElse(null);
        List<String> groups = owner == null ? List.of() : users.pathOf(owner.group());
        if (owner == null || (groups.isEmpty() && owner.group() != null)) {
            return null;
        }
        boolean own = id.equals(request.self());
        return new Above(own ? persons.managerOf(request.by()).orElse(null) : approvers.managerOf(owner), groups);
    }

    private Request moved(Request request, Routing was, Routing drawn) {
        if (drawn.line().equals(was.line())) {
            return request;
        }
        moveOn(request);
        return store.find(request.id()).orElseThrow();
    }

    /** It waits for whoever is in line now, with those left out who have left; whom it comes to is told, as is who asked. */
    public void moveOn(Request request) {
        Routing routing = store.routing(request.id());
        int stage = request.stage();
        var stop = Route.at(routing, stage, routing.level(), request.stages().get(stage), store.departed());
        Candidates now = stop.candidates();
        if (now.nobody()) {
            // Whoever was to get the device, for whom nobody else agrees.
            store.end(request.id(), Request.State.EXPIRED);
            log.append(RequestRecords.about(request).outcome("nobody left to ask"));
            events.publishEvent(new Request.RequestChanged(request.id(), request.by(), Request.State.EXPIRED));
            return;
        }
        if (now.equals(new Candidates(request.approverAddresses(), request.it()))) {
            return;
        }
        store.route(request.id(), stop, clock.instant());
        Set<String> come = new TreeSet<>(now.addresses());
        come.removeAll(request.approverAddresses());
        boolean it = now.it() && !request.it();
        log.append(RequestRecords.about(request)
                .outcome("passed on")
                .fact("to", now.addresses().isEmpty() ? "it" : String.join(", ", now.addresses())));
        if (come.isEmpty() && !it) {
            return; // Others were asked already, and know.
        }
        String who = come.isEmpty() ? null : String.join(", ", names.of(come).values());
        store.happened(request.id(), new Request.Happening(Request.Happening.What.MOVED_ON, who, clock.instant()));
        events.publishEvent(new Request.RequestPassedOn(request.id(), request.by(), come, it, true));
    }
}
