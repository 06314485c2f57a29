package se.handtag.ui.words;

import org.springframework.stereotype.Component;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.identity.Role;
import se.handtag.identity.SignedIn;

/**
 * Whether everybody's places in the navigation are there for the person at the screen. Whoever is nobody in the MDM and has
 * no role here would only find empty pages: they are told how it stands, and see nothing else.
 */
@Component
public class OwnPlaces {
    private final SignedIn signedIn;
    private final MdmUsers users;

    OwnPlaces(SignedIn signedIn, MdmUsers users) {
        this.signedIn = signedIn;
        this.users = users;
    }

    /** Goes by what the MDM said last; no for those who are not signed in. */
    public boolean open() {
        return signedIn.find()
                .filter(person -> hasRole(person) || !users.isKnownAsNobody(person))
                .isPresent();
    }

    private static boolean hasRole(Person person) {
        return person.roles().stream().anyMatch(role -> role != Role.EMPLOYEE);
    }
}
