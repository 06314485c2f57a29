package se.handtag.requests;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditLog;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.Persons;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/**
 * The people somebody leads, and asking on their behalf: those who named them as their manager when they signed in, and those
 * of groups for which they approve.
 */
@Component
public class Team {
    private final Persons persons;
    private final MdmUsers users;
    private final Fleet fleet;
    private final Approvers approvers;
    private final ReachableDevices reachable;
    private final Requests requests;
    private final AuditLog log;

    Team(
            Persons persons,
            MdmUsers users,
            Fleet fleet,
            Approvers approvers,
            ReachableDevices reachable,
            Requests requests,
            AuditLog log) {
        this.persons = persons;
        this.users = users;
        this.fleet = fleet;
        this.approvers = approvers;
        this.reachable = reachable;
        this.requests = requests;
        this.log = log;
    }

    /** Whether anybody has named this person as their manager; asks the MDM nothing. */
    public boolean leads(Person person) {
        return !persons.addressesLedBy(person.addresses()).isEmpty();
    }

    /** Those who named this person as their manager and are in the MDM, by name. */
    public List<MdmUser> of(Person person) {
        Map<Integer, MdmUser> members = new TreeMap<>();
        UserId self = reachable.self(person);
        for (String address : persons.addressesLedBy(person.addresses())) {
            users.withEmail(address)
                    .filter(user -> !user.id().equals(self))
                    .ifPresent(user -> members.put(user.id().value(), user));
        }
        return members.values().stream()
                .sorted(Comparator.comparing(MdmUser::name))
                .toList();
    }

    /** Somebody whom this person leads, by e-mail address; empty for everybody else, whether there is such a user or not. */
    public Optional<MdmUser> member(Person person, String address) {
        UserId self = reachable.self(person);
        return users.withEmail(address.strip())
                .filter(user -> !user.id().equals(self))
                .filter(user -> leads(person, user));
    }

    /** The devices of somebody whom this person leads; none of anybody else's. */
    public List<FleetDevice> devicesOf(Person person, MdmUser member) {
        return leads(person, member) ? fleet.of(member.id()).value() : List.of();
    }

    /**
     * Asks on behalf of somebody whom the actor leads; they see it among their own requests.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the device and nothing is known of it
     */
    public Asked ask(Actor actor, UserId member, DeviceId device, Action action, String reason) {
        var found = users.find(member)
                .filter(user -> leads(actor.person(), user))
                .flatMap(user -> fleet.of(user.id(), device));
        if (found.isEmpty()) {
            log.appendAlone(AuditEntry.refused(actor, action.kind().key(), "device", device.value()));
            return new Asked.NoSuchDevice();
        }
        var subject = new Subject.OfDevice(found.get().value());
        return requests.ask(Wish.of(actor, reachable.self(actor.person()), subject, action, reason)
                .onBehalfOf(member));
    }

    private boolean leads(Person person, MdmUser user) {
        if (user.email() == null || user.id().equals(reachable.self(person))) {
            return false;
        }
        return persons.managerOf(user.email())
                        .filter(person.addresses()::contains)
                        .isPresent()
                || approvers.approveFor(person.addresses(), users.pathOf(user.group()));
    }
}
