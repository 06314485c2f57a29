package se.handtag.requests;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.devices.Picture;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.UserId;

/**
 * Which devices a person can reach: their own, and for IT and the help desk every one. To everybody else another's device
 * is the same as none, by answer and by what is looked up for it.
 */
@Component
public class ReachableDevices {
    private final MdmUsers users;
    private final Fleet fleet;

    ReachableDevices(MdmUsers users, Fleet fleet) {
        this.users = users;
        this.fleet = fleet;
    }

    /**
     * A device within reach.
     *
     * @param self the MDM user that the person is, null when they are none
     */
    public record Reached(@Nullable UserId self, Picture<FleetDevice> picture) {
        public FleetDevice device() {
            return picture.value();
        }

        public boolean own() {
            return self != null && self.equals(device().owner());
        }
    }

    /** The MDM user that the person is, null when they are none or it is not known now. */
    @Nullable
    UserId self(Person person) {
        return users.match(person) instanceof Match.One one ? one.user().value().id() : null;
    }

    /** @throws se.handtag.mdm.MdmException when the MDM cannot be asked and nothing is known */
    public Optional<Reached> find(Person person, DeviceId id) {
        UserId self = self(person);
        // Their own come first for everybody: those are known even while the MDM is away.
        var own = self == null ? Optional.<Picture<FleetDevice>>empty() : fleet.of(self, id);
        return own.or(() -> person.is(Role.IT) || person.is(Role.HELP_DESK) ? fleet.any(id) : Optional.empty())
                .map(picture -> new Reached(self, picture));
    }
}
