package se.handtag.notifications;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.commands.Command.CommandStepped;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.notifications.Message.What;
import se.handtag.requests.Request;
import se.handtag.requests.Request.RequestChanged;
import se.handtag.requests.RequestId;
import se.handtag.requests.RequestLookup;

/** Writes messages inside the transaction in which the thing happens. */
@Component
class MessageWriter {
    private final JdbcClient database;
    private final RequestLookup requests;
    private final Commands commands;
    private final Clock clock;

    MessageWriter(JdbcClient database, RequestLookup requests, Commands commands, Clock clock) {
        this.database = database;
        this.requests = requests;
        this.commands = commands;
        this.clock = clock;
    }

    @EventListener
    void on(RequestChanged change) {
        Request request = requests.get(change.request());
        switch (change.state()) {
            case WAITING -> toApprovers(request);
            // What needed nobody's yes is no news to whoever asked for it.
            case APPROVED, REJECTED -> {
                if (!request.decisions().isEmpty()) {
                    What what = change.state() == Request.State.APPROVED ? What.APPROVED : What.REJECTED;
                    write(
                            request,
                            what,
                            request.decisions().getLast().byName(),
                            request.by().value(),
                            null);
                }
            }
            case WITHDRAWN, EXPIRED -> {}
        }
    }

    @EventListener
    void on(CommandStepped change) {
        if (change.request() == null) {
            return;
        }
        CommandState state = commands.find(change.command()).orElseThrow().state();
        What what = switch (state) {
            case REFUSED -> What.REFUSED;
            case CANCELLED -> What.CANCELLED;
            case UNKNOWN -> What.UNKNOWN;
            default -> null;
        };
        if (what != null) {
            Request request = requests.get(new RequestId(change.request()));
            write(request, what, request.byName(), change.by().value(), null);
        }
    }

    private void toApprovers(Request request) {
        if (request.it()) {
            write(request, What.TO_DECIDE, request.byName(), null, null);
        }
        for (String address : request.approverAddresses()) {
            write(request, What.TO_DECIDE, request.byName(), null, address);
        }
    }

    private void write(Request request, What what, String about, @Nullable UUID person, @Nullable String address) {
        database.sql("""
                        insert into notifications.message (person, address, what, about, action, device, request, at)
                        values (:person, :address, :what, :about, :action, :device, :request, :at)
                        """)
                .param("person", person)
                .param("address", address)
                .param("what", what.name())
                .param("about", about)
                .param("action", request.action().kind().name())
                .param("device", request.subject().label())
                .param("request", request.id().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
