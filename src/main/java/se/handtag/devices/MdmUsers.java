package se.handtag.devices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.identity.DirectoryClaims;
import se.handtag.identity.Person;
import se.handtag.identity.PersonId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.TagId;
import se.handtag.mdm.User;
import se.handtag.mdm.UserId;
import se.handtag.mdm.UserQuery;
import se.handtag.mdm.UserTag;
import se.handtag.mdm.UserTagQuery;
import se.handtag.mdm.UserTags;
import se.handtag.mdm.Users;
import tools.jackson.core.type.TypeReference;

/** Finds the MDM user that a signed-in person is. */
@Component
public class MdmUsers {
    private static final TypeReference<Found> FOUND = new TypeReference<>() {};
    private static final String PERSON = "person/";

    /** One page asks for the same user many times. */
    private static final Duration ENOUGH = Duration.ofSeconds(5);

    private final Users users;
    private final UserTags userTags;
    private final Names names;
    private final Pictures pictures;

    MdmUsers(Users users, UserTags userTags, Names names, Pictures pictures) {
        this.users = users;
        this.userTags = userTags;
        this.names = names;
        this.pictures = pictures;
    }

    /**
     * Tries the person's claims in the order of the vendor's own import (domain and account, e-mail, principal name as
     * account, principal name as e-mail); the first claim that fits anybody decides, and must fit exactly one. The
     * directory's id comes first in that order, but no answer of the API holds it, so that it cannot be looked for.
     */
    public Match match(Person person) {
        try {
            return match(pictures.read(PERSON + person.id(), FOUND, ENOUGH, () -> find(person.directory())));
        } catch (MdmException away) {
            return new Match.NotKnownNow();
        }
    }

    /** The same as the MDM last said, which is not asked. */
    public Match lastMatch(Person person) {
        return pictures.stored(PERSON + person.id(), FOUND).map(MdmUsers::match).orElseGet(Match.NotKnownNow::new);
    }

    private static Match match(Picture<Found> found) {
        MdmUser user = found.value().user();
        if (user != null) {
            return new Match.One(new Picture<>(user, found.asOf(), found.fresh()));
        }
        return found.value().several() ? new Match.Several() : new Match.None();
    }

    /** The MDM user that somebody last was, whichever account that is of; empty for none. The MDM is not asked. */
    public Optional<UserId> lastSelf(PersonId person) {
        return pictures.known(PERSON + person, FOUND).map(Found::user).map(MdmUser::id);
    }

    /** Whether the MDM last said that it has nobody like the person, or several; it is not asked. */
    public boolean isKnownAsNobody(Person person) {
        return pictures.known(PERSON + person.id(), FOUND)
                .filter(found -> found.user() == null)
                .isPresent();
    }

    /** The MDM user as the MDM has them at this moment, empty when there is none. @throws MdmException when it cannot say */
    public Optional<MdmUser> readNow(UserId id) {
        try {
            return Optional.ofNullable(known(users.get(id)));
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    /** The MDM user as last known, empty when there is none or nothing is known. */
    public Optional<MdmUser> find(UserId id) {
        try {
            return Optional.ofNullable(pictures.read(
                            "user/" + id.value(), FOUND, ENOUGH, () -> new Found(known(users.get(id)), false))
                    .value()
                    .user());
        } catch (MdmException away) {
            return Optional.empty();
        }
    }

    /** The MDM user as the MDM last said, which is not asked; empty when it never was. */
    public Optional<MdmUser> lastKnown(UserId id) {
        return pictures.known("user/" + id.value(), FOUND).map(Found::user);
    }

    /**
     * Everyone who was this user when they last came, by whichever of their claims; the MDM is not asked. Reads what is known
     * of everyone, so it is for what happens seldom.
     */
    public Set<PersonId> peopleLastSeenAs(UserId id) {
        return pictures
                .keysOf(
                        PERSON,
                        FOUND,
                        found -> found.user() != null && found.user().id().equals(id))
                .stream()
                .map(key -> new PersonId(UUID.fromString(key.substring(PERSON.length()))))
                .collect(Collectors.toSet());
    }

    /** The one MDM user with that e-mail address; empty when there is none, when there are several, or nothing is known. */
    public Optional<MdmUser> withEmail(String address) {
        String email = address.toLowerCase(Locale.ROOT);
        try {
            return Optional.ofNullable(pictures.read("email/" + email, FOUND, ENOUGH, () -> withEmailNow(email))
                    .value()
                    .user());
        } catch (MdmException away) {
            return Optional.empty();
        }
    }

    private Found withEmailNow(String email) {
        List<User> fitting = users.find(new UserQuery().email(email));
        return fitting.size() == 1 ? new Found(known(fitting.getFirst()), false) : new Found(null, fitting.size() > 1);
    }

    /** The names of the group and all above it, the topmost first. */
    public List<String> pathOf(@Nullable GroupId group) {
        return names.pathOf(group);
    }

    /** Whether a group is that other one or stands below it; no when the MDM does not say. */
    public boolean isWithin(@Nullable GroupId group, GroupId other) {
        return names.isWithin(group, other);
    }

    private Found find(DirectoryClaims claims) {
        List<Step> steps = new ArrayList<>();
        if (claims.samAccount() != null && claims.domain() != null) {
            String domain = claims.domain();
            steps.add(new Step(
                    new UserQuery().account(claims.samAccount()),
                    user -> domain.equalsIgnoreCase(user.accountGroup())));
        }
        if (claims.email() != null) {
            steps.add(new Step(new UserQuery().email(claims.email()), _ -> true));
        }
        if (claims.upn() != null) {
            steps.add(new Step(new UserQuery().account(claims.upn()), _ -> true));
            steps.add(new Step(new UserQuery().email(claims.upn()), _ -> true));
        }
        for (Step step : steps) {
            List<User> fitting =
                    users.find(step.query()).stream().filter(step.fits()).toList();
            if (fitting.size() > 1) {
                return new Found(null, true);
            }
            if (fitting.size() == 1) {
                return new Found(known(fitting.getFirst()), false);
            }
        }
        return new Found(null, false);
    }

    private @Nullable MdmUser known(User user) {
        UserId id = user.id();
        if (id == null) {
            return null;
        }
        List<TagId> tags = new ArrayList<>();
        for (UserTag link : userTags.find(new UserTagQuery().userId(id))) {
            if (link.tagId() != null) {
                tags.add(link.tagId());
            }
        }
        String name = user.name() == null ? id.toString() : user.name();
        return new MdmUser(id, name, user.email(), user.department(), user.groupId(), names.ofTags(tags));
    }

    private record Step(UserQuery query, Predicate<User> fits) {}

    record Found(@Nullable MdmUser user, boolean several) {}
}
