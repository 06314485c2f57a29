package se.handtag.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** Reads a person from the claims of OpenID Connect Core 1.0, section 5.1, and from the provider's own. */
@Component
class ClaimsReader implements OAuth2UserService<OidcUserRequest, OidcUser> {
    /** Why a sign-in is refused that the provider made easier than the settings allow. */
    static final String TOO_WEAK = "weak_sign_in";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OidcUserService provider = new OidcUserService();
    private final IdentitySettings settings;
    private final Standing standing;
    private final Sessions sessions;
    private final FreshSignIns fresh;
    private final Contacts contacts;

    ClaimsReader(
            IdentitySettings settings, Standing standing, Sessions sessions, FreshSignIns fresh, Contacts contacts) {
        this.settings = settings;
        this.standing = standing;
        this.sessions = sessions;
        this.fresh = fresh;
        this.contacts = contacts;
        provider.setOauth2UserService(patient());
    }

    /** A provider that takes a question and never answers holds up nobody for longer than this. */
    private static DefaultOAuth2UserService patient() {
        var http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        http.setReadTimeout(PATIENCE);
        var questions = new RestTemplate(http);
        questions.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var users = new DefaultOAuth2UserService();
        users.setRestOperations(questions);
        return users;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        Door door = Door.of(request.getClientRegistration().getRegistrationId());
        if (door == Door.PORTAL) {
            demandStrength(user);
        }
        Person told = person(user);
        // Where less is asked of whoever signs in, a role gives nothing.
        Person person = door == Door.LOST ? told.asEmployee() : told;
        FreshRound round = WayToProvider.round();
        FreshSignIn proof = round == null ? null : fresh.proof(round, person.id(), user.getAuthenticatedAt());
        return new PersonPrincipal(person, user, sessions.begin(person.id(), door, text(user, "sid"), proof));
    }

    /** Whoever reports a phone lost may have their second factor on it, so that door asks for none. */
    private void demandStrength(OidcUser user) {
        var token = user.getIdToken();
        String level = token.getAuthenticationContextClass();
        Collection<String> methods = token.getAuthenticationMethods();
        boolean weak =
                !settings.acr().isEmpty() && (level == null || !settings.acr().contains(level));
        boolean few = !settings.amr().isEmpty() && (methods == null || Collections.disjoint(settings.amr(), methods));
        if (weak || few) {
            throw new OAuth2AuthenticationException(new OAuth2Error(TOO_WEAK));
        }
    }

    /** Who the provider says now that somebody is who has been signed in for a while; kept as at a sign-in. */
    Person again(OidcUserRequest request) {
        return person(provider.loadUser(request));
    }

    private Person person(OidcUser user) {
        var claims = settings.claims();
        String email = Boolean.FALSE.equals(user.getEmailVerified()) ? null : text(user, "email");
        var directory = new DirectoryClaims(
                text(user, claims.directoryId()),
                text(user, claims.domain()),
                text(user, claims.samAccount()),
                email,
                text(user, claims.upn()));
        String subject = Objects.requireNonNull(user.getSubject(), "The provider's id token has no subject");
        String username = text(user, "preferred_username");
        String name = firstOf(text(user, "name"), username, subject);
        String manager = text(user, claims.manager());
        Set<Role> roles = roles(user);
        PersonId id = standing.told(subject, name, Person.addresses(directory), manager, roles);
        contacts.told(id, email, text(user, "locale"));
        return new Person(id, subject, name, username, directory, manager, roles, user.getAuthenticatedAt());
    }

    private Set<Role> roles(OidcUser user) {
        Set<String> values = settings.claims().roles().stream()
                .flatMap(claim ->
                        claimed(user.getClaims(), claim) instanceof Collection<?> list ? list.stream() : Stream.empty())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
        settings.roles().each().forEach((role, meant) -> {
            if (!Collections.disjoint(meant, values)) {
                roles.add(role);
            }
        });
        return roles;
    }

    /** The claim of that name, or by its dots the one inside another, as {@code realm_access.roles}. */
    private static @Nullable Object claimed(Map<?, ?> claims, String name) {
        int dot = name.indexOf('.');
        return claims.containsKey(name) || dot < 0
                ? claims.get(name)
                : claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                        ? claimed(inner, name.substring(dot + 1))
                        : null;
    }

    private static @Nullable String text(OidcUser user, String claim) {
        return user.getClaim(claim) instanceof String value && !value.isBlank() ? value.strip() : null;
    }

    private static String firstOf(@Nullable String first, @Nullable String second, String last) {
        return Optional.ofNullable(first).or(() -> Optional.ofNullable(second)).orElse(last);
    }
}
