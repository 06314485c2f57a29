package se.handtag.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.Commands;
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

    CommandNews(Post post, RequestLookup requests, Commands commands) {
        this.post = post;
        this.requests = requests;
        this.commands = commands;
    }

    @EventListener
    void on(CommandStepped change) {
        if (change.request() == null) {
            return;
        }
        Command command = commands.find(change.command()).orElseThrow();
        What what = what(command);
        if (what != null) {
            var request = requests.get(new RequestId(change.request()));
            post.tell(new Recipient.One(change.by()), News.of(request, what, request.byName()));
        }
    }

    private static @Nullable What what(Command command) {
        boolean wipe = command.action().kind() == ActionKind.WIPE;
        return switch (command.state()) {
            case REFUSED -> What.REFUSED;
            case CANCELLED -> wipe ? What.WIPE_CALLED_OFF : What.CANCELLED;
            case UNKNOWN -> What.UNKNOWN;
            case EFFECT_SEEN, NOT_VERIFIABLE, SETTLED_DONE -> wipe ? What.WIPED : null;
            default -> null;
        };
    }
}
