package se.handtag.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The person of the request being served. */
@Component
public class SignedIn {

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
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }
}
