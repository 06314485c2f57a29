package se.handtag.ui.words;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.Commands;
import se.handtag.commands.StopSwitch.SwitchTurned;
import se.handtag.identity.PersonId;
import se.handtag.policy.Action;
import se.handtag.recovery.LostReport.LostChanged;
import se.handtag.requests.Delegation.DelegationChanged;
import se.handtag.requests.Proposal.ProposalsChanged;
import se.handtag.requests.Request;
import se.handtag.requests.Request.DecisionPending;
import se.handtag.requests.Request.RequestChanged;
import se.handtag.requests.Request.RequestPassedOn;
import se.handtag.requests.Request.RequestReminded;
import se.handtag.requests.RequestId;
import se.handtag.requests.RequestLookup;

/**
 * Gives every node the hint that something has changed. It is given inside the transaction that changes it, so that
 * PostgreSQL hands it on when, and only when, that is committed.
 */
@Component
class HintSender {
    static final String CHANNEL = "handtag_hints";

    private final JdbcClient database;
    private final Commands commands;
    private final RequestLookup requests;

    HintSender(JdbcClient database, Commands commands, RequestLookup requests) {
        this.database = database;
        this.commands = commands;
        this.requests = requests;
    }

    @EventListener
    void on(RequestChanged change) {
        about(change.request());
    }

    @EventListener
    void on(DecisionPending change) {
        about(change.request());
    }

    @EventListener
    void on(RequestReminded change) {
        about(change.request());
    }

    @EventListener
    void on(RequestPassedOn change) {
        about(change.request());
    }

    private void about(RequestId id) {
        Request request = requests.get(id);
        Set<String> about = new TreeSet<>(Set.of(
                Hint.request(id), Hint.person(request.by()), request.subject().key()));
        if (request.forUser() != null) {
            about.add(Hint.user(request.forUser()));
        }
        send(about);
    }

    @EventListener
    void on(DelegationChanged change) {
        send(Set.of(Hint.person(change.from())));
    }

    @EventListener
    void on(CommandStepped change) {
        PersonId by = change.by();
        Set<String> about = new TreeSet<>(Set.of(Hint.command(change.command()), Hint.person(by), change.subject()));
        if (change.request() != null) {
            about.add(Hint.request(new RequestId(change.request())));
        }
        commands.find(change.command()).ifPresent(command -> {
            if (command.owner() != null) {
                about.add(Hint.user(command.owner()));
            }
            if (command.action() instanceof Action.HandOver over) {
                about.add(Hint.user(over.to()));
            }
        });
        send(about);
    }

    @EventListener
    void on(SwitchTurned turned) {
        send(Set.of());
    }

    @EventListener
    void on(ProposalsChanged change) {
        send(Set.of());
    }

    @EventListener
    void on(LostChanged change) {
        Set<String> about = new TreeSet<>(Set.of(Hint.device(change.device())));
        if (change.owner() != null) {
            about.add(Hint.user(change.owner()));
        }
        send(about);
    }

    private void send(Set<String> about) {
        database.sql("select pg_notify(:channel, :about)")
                .param("channel", CHANNEL)
                .param("about", new Hint(about, false).write())
                .query(_ -> {});
    }
}
