package se.handtag.requests;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Persons;

/** What people are called whom only an address names: as they signed in, else as the MDM knows them, else by the address. */
@Component
public class ApproverNames {
    private final Persons persons;
    private final MdmUsers users;

    ApproverNames(Persons persons, MdmUsers users) {
        this.persons = persons;
        this.users = users;
    }

    /** A name for each of the addresses. */
    public Map<String, String> of(Collection<String> addresses) {
        Map<String, String> signedIn = persons.namesByAddress(addresses);
        Map<String, String> names = new TreeMap<>();
        for (String address : addresses) {
            String name = signedIn.get(address);
            names.put(address, name != null ? name : inMdm(address));
        }
        return names;
    }

    /** A name for the address. */
    public String of(String address) {
        return of(List.of(address)).getOrDefault(address, address);
    }

    private String inMdm(String address) {
        return users.withEmail(address).map(MdmUser::name).orElse(address);
    }
}
