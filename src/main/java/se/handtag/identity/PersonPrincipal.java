package se.handtag.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** The signed-in person as Spring Security carries them. */
final class PersonPrincipal extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;

    private final Person person;
    private final Session session;

    PersonPrincipal(Person person, OidcUser provider, Session session) {
        super(authorities(person), provider.getIdToken(), provider.getUserInfo());
        this.person = person;
        this.session = session;
    }

    Person person() {
        return person;
    }

    Session session() {
        return session;
    }

    private static Set<SimpleGrantedAuthority> authorities(Person person) {
        return person.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonPrincipal that && that.person.id().equals(person.id()) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return person.id().hashCode();
    }
}
