package se.handtag.identity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The people of the sample company, as they are once they have signed in. */
@TestComponent
public class SamplePeople {
    /** Where the people of tests act from. */
    public static final String ADDRESS = "192.0.2.17";

    private static final Map<String, Role> ROLES =
            Map.of("handtag-it", Role.IT, "handtag-helpdesk", Role.HELP_DESK, "handtag-auditor", Role.AUDITOR);

    private final Map<String, Entry> entries = new HashMap<>();
    private final Persons persons;
    private final IdentitySettings settings;
    private final Sessions sessions;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SamplePeople(
            Persons persons,
            IdentitySettings settings,
            Sessions sessions,
            Standing standing,
            ApplicationEventPublisher events,
            Clock clock)
            throws IOException {
        this.persons = persons;
        this.settings = settings;
        this.sessions = sessions;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
        try (InputStream yaml =
                Objects.requireNonNull(SamplePeople.class.getResourceAsStream("/sample-company/people.yaml"))) {
            var mapper = YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            for (Entry entry : mapper.readValue(yaml, Entry[].class)) {
                entries.put(entry.username(), entry);
            }
        }
    }

    /** Everybody's username. */
    public Set<String> usernames() {
        return Set.copyOf(entries.keySet());
    }

    /** Whoever signs in under that name, with the portal's own number for them. */
    public Person person(String username) {
        Entry entry = Objects.requireNonNull(entries.get(username), username);
        var directory = new DirectoryClaims(
                entry.directoryId(),
                entry.onPremisesDomainName(),
                entry.onPremisesSamAccountName(),
                entry.email(),
                entry.upn());
        Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
        entry.roles().forEach(role -> roles.add(Objects.requireNonNull(ROLES.get(role), role)));
        PersonId id = persons.welcome(
                settings.issuer(), entry.subject(), entry.name(), Person.addresses(directory), entry.manager(), roles);
        return new Person(
                id, entry.subject(), entry.name(), username, directory, entry.manager(), roles, clock.instant());
    }

    /** The same, in the act of doing something. */
    public Actor actor(String username) {
        return new Actor(person(username), ADDRESS);
    }

    /** The same person with other roles, who has an account of their own for them. */
    public Actor actor(String username, Role... roles) {
        Person person = person(username);
        persons.welcome(
                settings.issuer(),
                person.subject(),
                person.name(),
                person.addresses(),
                person.manager(),
                Set.of(roles));
        return new Actor(
                new Person(
                        person.id(),
                        person.subject(),
                        person.name(),
                        person.username(),
                        person.directory(),
                        person.manager(),
                        Set.of(roles),
                        person.authenticatedAt()),
                ADDRESS);
    }

    /** The same human with another account: another number and another address at the provider, the same directory entry. */
    public Actor otherAccount(String username, Role... roles) {
        Person person = person(username);
        PersonId id = persons.welcome(
                settings.issuer(),
                person.subject() + "-2",
                person.name(),
                Set.of("adm-" + username),
                null,
                Set.of(roles));
        return new Actor(
                new Person(
                        id,
                        person.subject() + "-2",
                        person.name(),
                        "adm-" + username,
                        new DirectoryClaims(person.directory().directoryId(), null, null, null, null),
                        null,
                        Set.of(roles),
                        person.authenticatedAt()),
                ADDRESS);
    }

    /** The provider is asked about whoever sits at that browser, and says that their account is disabled. */
    public void gone(Authentication session) {
        standing.gone((PersonPrincipal) Objects.requireNonNull(session.getPrincipal()));
    }

    /** The provider says that the person is nothing but an employee now; the person as they then are. */
    public Actor losesRoles(String username) {
        Person person = person(username);
        Set<Role> left = Set.of(Role.EMPLOYEE);
        standing.told(person.subject(), person.name(), person.addresses(), person.manager(), left);
        return now(person, username, person.manager(), left);
    }

    /** The provider names another manager, null for none; the person as they then are, until they are asked for anew. */
    public Actor hasManager(String username, @Nullable String manager) {
        Person person = person(username);
        standing.told(person.subject(), person.name(), person.addresses(), manager, person.roles());
        return now(person, username, manager, person.roles());
    }

    private static Actor now(Person person, String username, @Nullable String manager, Set<Role> roles) {
        return new Actor(
                new Person(
                        person.id(),
                        person.subject(),
                        person.name(),
                        username,
                        person.directory(),
                        manager,
                        roles,
                        person.authenticatedAt()),
                ADDRESS);
    }

    /** The person comes in at the door, as the rest of the portal is told of it. */
    public void comesIn(String username) {
        events.publishEvent(new DoorEvent.PersonSignedIn(actor(username)));
    }

    /** Signs the person in on this thread, as far as {@link SignedIn} and views can tell. */
    public Person signIn(String username) {
        return signIn(username, false);
    }

    /** The same, with proof of a sign-in anew. */
    public Person signInFresh(String username) {
        return signIn(username, true);
    }

    private Person signIn(String username, boolean anew) {
        Person person = person(username);
        var now = clock.instant();
        var fresh = anew ? new FreshSignIn(person.id(), now) : null;
        var token = new OidcIdToken("test", now, now.plusSeconds(3600), Map.of("sub", person.subject()));
        var principal = new PersonPrincipal(
                person, new DefaultOidcUser(List.of(), token), sessions.begin(person.id(), Door.PORTAL, null, fresh));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new OAuth2AuthenticationToken(principal, principal.getAuthorities(), "handtag"));
        OwnScreens.belongTo(context);
        return person;
    }

    /** The person signed in at some other browser. */
    public Authentication session(String username) {
        signIn(username);
        var session = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        signOut();
        return session;
    }

    /** This thread belongs to that browser from now on. */
    public void signInWith(Authentication session) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(session);
        OwnScreens.belongTo(context);
    }

    /** Whether that browser would be let in no more. */
    public boolean isEnded(Authentication session) {
        return sessions.isEnded((PersonPrincipal) Objects.requireNonNull(session.getPrincipal()));
    }

    public void signOut() {
        OwnScreens.belongToNobody();
    }

    private record Entry(
            String subject,
            String username,
            String name,
            @Nullable String email,
            List<String> roles,
            @Nullable String manager,
            @Nullable String directoryId,
            @Nullable String upn,
            @Nullable String onPremisesDomainName,
            @Nullable String onPremisesSamAccountName) {}
}
