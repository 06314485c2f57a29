package se.handtag.recovery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Actor;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.identity.Persons;
import se.handtag.identity.Sessions;
import se.handtag.identity.SignedIn;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserId;

/** Whoever has a lost phone may have its owner's open session with it. */
@Component
class OwnersSessions {
    private static final String LOST = "reported lost";

    private final Sessions sessions;
    private final Persons persons;
    private final MdmUsers users;
    private final SignedIn signedIn;

    OwnersSessions(Sessions sessions, Persons persons, MdmUsers users, SignedIn signedIn) {
        this.sessions = sessions;
        this.persons = persons;
        this.users = users;
        this.signedIn = signedIn;
    }

    /**
     * Ends the owner's sessions, by every account they have, but for the one in which they report it.
     *
     * @param self the MDM user that they are
     */
    void endOwn(Actor by, UserId self) {
        Person owner = by.person();
        sessions.endAll(by, owner.id(), signedIn.session(), LOST);
        Stream.concat(
                        users.peopleLastSeenAs(self).stream(),
                        owner.addresses().stream().flatMap(address -> persons.withAddress(address).stream()))
                .distinct()
                .filter(account -> !account.equals(owner.id()))
                .forEach(account -> sessions.endAll(by, account, null, LOST));
    }

    /**
     * Ends the sessions of whose device it is: of every account that has their address in the MDM, and of every one that was
     * taken for them when it last came. It asks the MDM who that is, so never inside a transaction.
     *
     * @throws se.handtag.mdm.MdmException when nothing is known of them and the MDM cannot say
     */
    void endOwners(UserId owner) {
        Set<PersonId> accounts = new HashSet<>(users.peopleLastSeenAs(owner));
        accounts.forEach(account -> sessions.endAll(null, account, null, LOST));
        withItsAddress(owner, !accounts.isEmpty()).stream()
                .filter(accounts::add)
                .forEach(account -> sessions.endAll(null, account, null, LOST));
    }

    /** @param enough whether nobody is better than trying all over again while the MDM is away */
    private List<PersonId> withItsAddress(UserId owner, boolean enough) {
        try {
            return users.find(owner)
                    .or(() -> users.readNow(owner))
                    .map(MdmUser::email)
                    .map(persons::withAddress)
                    .orElseGet(List::of);
        } catch (MdmException away) {
            if (enough) {
                return List.of();
            }
            throw away;
        }
    }
}
