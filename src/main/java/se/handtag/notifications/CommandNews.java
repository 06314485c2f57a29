package se.handtag.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.Commands;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.PersonId;
import se.handtag.identity.Persons;
import se.handtag.notifications.Message.What;
import se.handtag.policy.ActionKind;
import se.handtag.requests.RequestId;
import se.handtag.requests.RequestLookup;

/** Tells people what became of commands, inside the transaction in which it did. */
@Component
class CommandNews {
    private final Post post;
    private final RequestLookup requests;
    private final Commands commands;
    private final MdmUsers users;
    private final Persons persons;

    CommandNews(Post post, RequestLookup requests, Commands commands, MdmUsers users, Persons persons) {
        this.post = post;
        this.requests = requests;
        this.commands = commands;
        this.users = users;
        this.persons = persons;
    }

    @EventListener
    void on(CommandStepped change) {
        Command command = commands.find(change.command()).orElseThrow();
        What what = what(command);
        if (what == null) {
            return;
        }
        if (change.request() != null) {
            var request = requests.get(new RequestId(change.request()));
            post.tell(new Recipient.One(change.by()), News.of(request, what, request.byName()));
        }
        if (command.action().kind() == ActionKind.WIPE) {
            tellConcerned(command, what);
        }
    }

    /** A wipe is the matter of whoever owns the device and of their manager, too, whoever asked for it. */
    private void tellConcerned(Command command, What what) {
        String owner = command.owner() == null
                ? null
                : users.find(command.owner()).map(MdmUser::email).orElse(null);
        if (owner == null) {
            return;
        }
        String label = command.subject().label();
        if (!isAsker(owner, command.by())) {
            post.tell(
                    new Recipient.Address(owner), News.of(what, command.byName(), label, "device/" + command.device()));
        }
        persons.managerOf(owner)
                .filter(manager -> !isAsker(manager, command.by()))
                .ifPresent(manager ->
                        post.tell(new Recipient.Address(manager), News.of(what, command.byName(), label, "messages")));
    }

    private boolean isAsker(String address, PersonId asker) {
        List<PersonId> who = persons.withAddress(address);
        return who.contains(asker);
    }

    private static @Nullable What what(Command command) {
        boolean wipe = command.action().kind() == ActionKind.WIPE;
        return switch (command.state()) {
            case HELD -> wipe ? What.WIPE_HELD : null;
            case REFUSED -> What.REFUSED;
            case CANCELLED -> wipe ? What.WIPE_CALLED_OFF : What.CANCELLED;
            case UNKNOWN -> What.UNKNOWN;
            case EFFECT_SEEN, NOT_VERIFIABLE, SETTLED_DONE -> wipe ? What.WIPED : null;
            default -> null;
        };
    }
}
