package se.handtag.ui.directory;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command;
import se.handtag.commands.Commands;
import se.handtag.identity.SignedIn;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Asked;
import se.handtag.requests.Request;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.words.LiveUpdates;
import se.handtag.ui.words.Words;

/** The way of every change from a page of IT: asked for as anybody asks, then followed. Decides nothing itself. */
@Component
class Asks {
    private final Requests requests;
    private final Commands commands;
    private final SignedIn signedIn;
    private final LiveUpdates updates;
    private final Words words;
    private final Clock clock;

    Asks(Requests requests, Commands commands, SignedIn signedIn, LiveUpdates updates, Words words, Clock clock) {
        this.requests = requests;
        this.commands = commands;
        this.signedIn = signedIn;
        this.updates = updates;
        this.words = words;
        this.clock = clock;
    }

    /** A place on a page where changes are asked for and told of; {@code reread} is called when one has come about. */
    Changes changes(Runnable reread) {
        var changes = new Changes(this, reread);
        updates.watch(changes, changes::refresh);
        return changes;
    }

    Asked ask(Subject subject, Action action, String reason) {
        return requests.ask(signedIn.actor(), subject, action, reason);
    }

    Optional<Request> request(RequestId id) {
        return requests.find(signedIn.person(), id);
    }

    Optional<Command> command(RequestId request) {
        return commands.ofRequest(request.value());
    }

    Words words() {
        return words;
    }

    Clock clock() {
        return clock;
    }
}
