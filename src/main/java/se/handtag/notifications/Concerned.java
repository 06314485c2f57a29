package se.handtag.notifications;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.PersonId;
import se.handtag.identity.Persons;
import se.handtag.identity.Role;
import se.handtag.policy.ActionKind;

/**
 * Whom a command concerns: whoever wanted it, whose device it is, those who said yes, and of a wipe the owner's manager, too.
 * Asks no MDM, for it is asked inside transactions.
 */
@Component
class Concerned {
    private static final String NOWHERE = "messages";

    private final MdmUsers users;
    private final Persons persons;

    Concerned(MdmUsers users, Persons persons) {
        this.users = users;
        this.persons = persons;
    }

    /**
     * Somebody who is told.
     *
     * @param link where in the portal they can see more
     */
    record Told(Recipient to, Part part, String link) {}

    /** Why it concerns somebody. */
    enum Part {
        /** It was their own wish. */
        ASKER,
        /** It is done to what is theirs. */
        OWNER,
        /** They said yes to it. */
        APPROVER,
        /** They answer for whoever's device it is. */
        MANAGER
    }

    /** Each human once. @param note why it came to what is told, null for nothing */
    List<Told> by(Command command, @Nullable String note) {
        boolean wipe = command.action().kind() == ActionKind.WIPE;
        boolean own = command.self() != null && command.self().equals(command.owner());
        boolean handed = "owner-changed".equals(note) || command.action().kind() == ActionKind.HAND_OVER;
        String device = command.device() == null || handed ? NOWHERE : "device/" + command.device();
        String owner = command.owner() == null
                ? null
                : users.lastKnown(command.owner()).map(MdmUser::email).orElse(null);
        List<Told> all = new ArrayList<>();
        Set<PersonId> told = new HashSet<>(Set.of(command.by()));
        boolean staff = command.roles().contains(Role.IT) || command.roles().contains(Role.HELP_DESK);
        String request = command.request() == null ? null : "request/" + command.request();
        all.add(new Told(
                new Recipient.One(command.by()),
                Part.ASKER,
                Objects.requireNonNullElse(request, own || staff ? device : NOWHERE)));
        if (owner != null && (own || wipe || isForOwner(command.action().kind())) && isNew(owner, told)) {
            all.add(new Told(new Recipient.Address(owner), own ? Part.ASKER : Part.OWNER, device));
        }
        // Before the manager, who may be one of them and then can open the request.
        for (PersonId approver : command.evidence().approvers()) {
            if (told.add(approver)) {
                all.add(new Told(
                        new Recipient.One(approver), Part.APPROVER, Objects.requireNonNullElse(request, NOWHERE)));
            }
        }
        if (owner != null && wipe) {
            persons.managerOf(owner)
                    .filter(manager -> isNew(manager, told))
                    .ifPresent(manager -> all.add(
                            new Told(new Recipient.Address(manager), Part.MANAGER, "call-off/" + command.id())));
        }
        return all;
    }

    /** What IT keeps in order is no matter of whoever has the device; what is done to the device is. */
    private static boolean isForOwner(ActionKind kind) {
        return switch (kind) {
            case LOCK, MESSAGE, INSTALL_APP, REMOVE_APP, CLEAR_PASSCODE, WIPE, HAND_OVER -> true;
            default -> false;
        };
    }

    /** Whether nobody of those told has the address, who from now on have. */
    private boolean isNew(String address, Set<PersonId> told) {
        List<PersonId> known = persons.withAddress(address);
        boolean before = known.stream().anyMatch(told::contains);
        told.addAll(known);
        return !before;
    }
}
