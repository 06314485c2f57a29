package se.handtag.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how somebody stands with the provider. Whoever is gone or has fewer roles than before is signed out everywhere, and
 * the other rooms learn of it in the same transaction: either all of it holds, or none, and the provider is asked again.
 */
@Component
class Standing {
    private final Persons persons;
    private final Sessions sessions;
    private final IdentitySettings settings;

    Standing(Persons persons, Sessions sessions, IdentitySettings settings) {
        this.persons = persons;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** What the provider says of somebody now. A role that is missing is told of once, whoever else asks meanwhile. */
    @Transactional
    PersonId told(String subject, String name, Set<String> addresses, @Nullable String manager, Set<Role> roles) {
        Set<Role> lost = EnumSet.noneOf(Role.class);
        persons.rolesForUpdate(settings.issuer(), subject).ifPresent(lost::addAll);
        lost.removeAll(roles);
        PersonId person = persons.welcome(settings.issuer(), subject, name, addresses, manager, roles);
        if (!lost.isEmpty()) {
            // Whatever is open elsewhere was opened with a role that they no longer have.
            sessions.endAll(person, null, end -> new DoorEvent.RolesLost(end, person, name, addresses, lost));
        }
        return person;
    }

    /** The provider says that the account that this session is of is disabled or deleted; whoever else heard it first has told. */
    @Transactional
    void gone(PersonPrincipal principal) {
        Person person = principal.person();
        persons.rolesForUpdate(settings.issuer(), person.subject());
        if (sessions.isEnded(principal)) {
            return;
        }
        persons.onlyEmployee(person.id());
        sessions.endAll(
                person.id(),
                null,
                end -> new DoorEvent.PersonGone(end, person.id(), person.name(), person.addresses()));
    }
}
