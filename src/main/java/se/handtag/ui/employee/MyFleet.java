package se.handtag.ui.employee;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.handtag.devices.Fleet;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUsers;
import se.handtag.devices.Picture;
import se.handtag.identity.Person;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Platform;
import se.handtag.requests.ReachableDevices.Reached;
import se.handtag.ui.words.Hint;

/** The signed-in person's own devices, or why there are none to show. */
@Component
class MyFleet {
    private final SignedIn signedIn;
    private final MdmUsers users;
    private final Fleet fleet;

    MyFleet(SignedIn signedIn, MdmUsers users, Fleet fleet) {
        this.signedIn = signedIn;
        this.users = users;
        this.fleet = fleet;
    }

    /** What is known. */
    sealed interface Known {
        /** Their devices, perhaps none, by title. */
        record Mine(List<Reached> devices, Instant asOf, boolean fresh) implements Known {
            List<Platform> platforms() {
                return devices.stream()
                        .map(reached -> reached.device().platform())
                        .distinct()
                        .sorted()
                        .toList();
            }

            List<Reached> of(Platform platform) {
                return devices.stream()
                        .filter(reached -> reached.device().platform() == platform)
                        .toList();
            }
        }

        /** The MDM has nobody like them. */
        record Nobody() implements Known {}

        /** The MDM has several like them. */
        record Several() implements Known {}

        /** The MDM cannot be asked now, and nothing was known before. */
        record NotNow() implements Known {}
    }

    Person person() {
        return signedIn.person();
    }

    /** What a screen with them watches: the person, the user that they are, and the devices. */
    Set<String> keys(Known known) {
        Set<String> keys = keys();
        if (known instanceof Known.Mine mine) {
            mine.devices()
                    .forEach(reached -> keys.add(Hint.device(reached.device().id())));
        }
        return keys;
    }

    /** What a screen about the person watches: them, and the user that they are. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>(Set.of(Hint.person(person().id())));
        if (users.match(person()) instanceof Match.One one) {
            keys.add(Hint.user(one.user().value().id()));
        }
        return keys;
    }

    Known read() {
        return switch (users.match(person())) {
            case Match.One one -> devices(one);
            case Match.None _ -> new Known.Nobody();
            case Match.Several _ -> new Known.Several();
            case Match.NotKnownNow _ -> new Known.NotNow();
        };
    }

    private Known devices(Match.One one) {
        var self = one.user().value().id();
        try {
            Picture<List<FleetDevice>> own = fleet.of(self);
            List<Reached> devices = own.value().stream()
                    .map(device -> new Reached(self, new Picture<>(device, own.asOf(), own.fresh())))
                    .toList();
            return new Known.Mine(devices, own.asOf(), own.fresh());
        } catch (MdmException away) {
            return new Known.NotNow();
        }
    }
}
