package se.handtag.requests;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.handtag.audit.Named;
import se.handtag.audit.NamesNeeded;
import se.handtag.devices.Directory;
import se.handtag.devices.UserSearch;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.UserId;

/** Whoever is a user of the MDM, or has signed in and was not said to have left, works here. */
@Component
class NamesOfEmployees implements NamesNeeded {
    private final Directory directory;
    private final RequestStore store;

    NamesOfEmployees(Directory directory, RequestStore store) {
        this.directory = directory;
        this.store = store;
    }

    @Override
    public Set<Hindrance> against(Named whom) {
        Set<Hindrance> against = EnumSet.noneOf(Hindrance.class);
        if (whom.hasAccount() && Collections.disjoint(whom.addresses(), store.departed())) {
            against.add(Hindrance.EMPLOYED);
        }
        try {
            if (isUser(whom)) {
                against.add(Hindrance.IN_THE_MDM);
            }
        } catch (MdmException away) {
            against.add(Hindrance.MDM_AWAY);
        }
        return against;
    }

    private boolean isUser(Named whom) {
        return whom.users().stream()
                        .anyMatch(user -> directory.user(new UserId(user)).isPresent())
                || whom.addresses().stream()
                        .anyMatch(address -> !directory
                                .users(new UserSearch(address, null, null, null, null))
                                .isEmpty());
    }
}
