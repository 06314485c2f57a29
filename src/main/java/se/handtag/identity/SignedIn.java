package se.handtag.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.handtag.Traced;

/** The person of the request being served. */
@Component
public class SignedIn {
    /** Where the work of a request comes from that goes on elsewhere: by then the request may be somebody else's. */
    private static final ScopedValue<Optional<String>> ADDRESS = ScopedValue.newInstance();

    /**
     * @throws IllegalStateException when nobody is signed in: views and services behind the sign-in never see that
     */
    public Person person() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** The person and where they act from. */
    public Actor actor() {
        return new Actor(person(), sourceAddress());
    }

    public Optional<Person> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(SignedIn::personOf);
    }

    /** The session that this request belongs to, null when nobody is signed in. */
    public @Nullable SessionId session() {
        return principal().map(principal -> principal.session().id()).orElse(null);
    }

    /** The same work by the same person from the same address, under the request's name and trace, for a thread of its own. */
    public Runnable carried(Runnable work) {
        Optional<String> address = Optional.ofNullable(sourceAddress());
        // A copy: signing out empties the session's own.
        var person = new SecurityContextImpl();
        person.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
        return Traced.work(DelegatingSecurityContextRunnable.create(
                () -> ScopedValue.where(ADDRESS, address).run(work), person));
    }

    static Optional<PersonPrincipal> principal() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication -> authentication.getPrincipal() instanceof PersonPrincipal)
                .map(authentication -> (PersonPrincipal) authentication.getPrincipal());
    }

    static Optional<Person> personOf(Authentication authentication) {
        return authentication.getPrincipal() instanceof PersonPrincipal principal
                ? Optional.of(principal.person())
                : Optional.empty();
    }

    static @Nullable String sourceAddress() {
        if (ADDRESS.isBound()) {
            return ADDRESS.get().orElse(null);
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
