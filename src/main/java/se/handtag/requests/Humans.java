package se.handtag.requests;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.commands.OneHuman;
import se.handtag.devices.Match;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Person;
import se.handtag.mdm.UserId;

/**
 * Whether two are one human, whatever hats they wear and accounts they have. A human is the set of marks by which somebody
 * would know them again; those who share a mark are the same.
 */
@Component
class Humans implements OneHuman {
    private final MdmUsers users;
    private final RequestStore store;
    private final DecisionStore decisions;

    Humans(MdmUsers users, RequestStore store, DecisionStore decisions) {
        this.users = users;
        this.store = store;
        this.decisions = decisions;
    }

    @Override
    public Set<String> marks(Person person) {
        return marks(person, users.match(person));
    }

    /** The same by what the MDM said last, which is not asked. */
    Set<String> lastMarks(Person person) {
        return marks(person, users.lastMatch(person));
    }

    private Set<String> marks(Person person, Match match) {
        Set<String> marks = marks(person, (UserId) null);
        if (match instanceof Match.One one) {
            marks.addAll(marks(one.user().value()));
        }
        return marks;
    }

    @Override
    public Set<String> marks(Person person, @Nullable UserId self) {
        Set<String> marks = new TreeSet<>();
        marks.add("person/" + person.id());
        person.addresses().forEach(address -> marks.add(address(address)));
        String directoryId = person.directory().directoryId();
        if (directoryId != null) {
            marks.add("directory/" + directoryId.toLowerCase(Locale.ROOT));
        }
        if (self != null) {
            marks.add("user/" + self.value());
        }
        return marks;
    }

    @Override
    public Set<String> concerned(UUID request) {
        return store.find(new RequestId(request))
                .map(found -> store.routing(found.id()).concerned())
                .orElse(Set.of());
    }

    @Override
    public Set<String> deciders(UUID request) {
        Set<String> marks = new TreeSet<>();
        decisions.used(new RequestId(request)).forEach(used -> marks.addAll(used.marks()));
        return marks;
    }

    /** The marks of a user of the MDM, none for nobody. */
    static Set<String> marks(@Nullable MdmUser user) {
        Set<String> marks = new TreeSet<>();
        if (user != null) {
            marks.add("user/" + user.id().value());
            if (user.email() != null) {
                marks.add(address(user.email()));
            }
        }
        return marks;
    }

    /** The mark of whoever has that address. */
    static String address(String address) {
        return "address/" + address.toLowerCase(Locale.ROOT);
    }

    static boolean same(Collection<String> one, Collection<String> other) {
        return !Collections.disjoint(one, other);
    }
}
