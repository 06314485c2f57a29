package se.handtag.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person as the identity provider described them when they signed in.
 *
 * @param subject the provider's own id of the person
 * @param name the name to show
 * @param username the name they sign in with, null when the provider does not give it
 * @param manager the address of the person's manager, null when the provider names none
 * @param authenticatedAt when the person last proved who they are ({@code auth_time}), null when the provider does not say
 */
public record Person(
        PersonId id,
        String subject,
        String name,
        @Nullable String username,
        DirectoryClaims directory,
        @Nullable String manager,
        Set<Role> roles,
        @Nullable Instant authenticatedAt)
        implements Serializable {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The same person, with no more rights than anybody has. */
    Person asEmployee() {
        return new Person(id, subject, name, username, directory, manager, Set.of(Role.EMPLOYEE), authenticatedAt);
    }

    /**
     * Every address under which another's claims or a list of approvers may name this person, in lower case. The name they
     * sign in with is none: at some providers people choose it themselves (OpenID Connect Core 1.0, section 5.7).
     */
    public Set<String> addresses() {
        return addresses(directory);
    }

    static Set<String> addresses(DirectoryClaims directory) {
        Set<String> addresses = new TreeSet<>();
        for (String address : new @Nullable String[] {directory.email(), directory.upn()}) {
            if (address != null && !address.isBlank()) {
                addresses.add(address.toLowerCase(Locale.ROOT));
            }
        }
        return addresses;
    }

    /** The first of the names, to greet with. */
    public String firstName() {
        return name.strip().split("\\s+")[0];
    }
}
