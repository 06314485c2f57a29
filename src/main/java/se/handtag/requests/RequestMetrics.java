package se.handtag.requests;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.handtag.Gauged;
import se.handtag.policy.ActionKind;

/** How long people take to decide, and what waits for them. */
@Component
class RequestMetrics implements Gauged {
    private static final String DECIDED = "handtag.requests.decided";

    private final JdbcClient database;
    private final MeterRegistry meters;
    private final Clock clock;

    RequestMetrics(JdbcClient database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.meters = meters;
        this.clock = clock;
        for (ActionKind action : ActionKind.values()) {
            for (Request.State state : List.of(Request.State.APPROVED, Request.State.REJECTED, Request.State.EXPIRED)) {
                meters.timer(DECIDED, "action", action.key(), "outcome", word(state));
            }
        }
    }

    /** What needs nobody's yes is decided in the moment in which it is asked for, and not counted here. */
    @TransactionalEventListener
    void on(Request.RequestChanged change) {
        if (change.state() == Request.State.WAITING) {
            return;
        }
        database.sql("select action, asked_at from requests.request where id = :id and steps <> '[]'")
                .param("id", change.request().value())
                .query((row, _) -> {
                    Instant asked =
                            row.getObject("asked_at", OffsetDateTime.class).toInstant();
                    String action = ActionKind.valueOf(row.getString("action")).key();
                    meters.timer(DECIDED, "action", action, "outcome", word(change.state()))
                            .record(Duration.between(asked, clock.instant()));
                    return action;
                })
                .list();
    }

    @Override
    public List<Value> now() {
        return database.sql("""
                        select count(*) as number, extract(epoch from :now - min(asked_at)) as oldest
                          from requests.request where state = 'WAITING'
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> List.of(
                        Value.of("handtag.requests.waiting", row.getInt("number")),
                        Value.of("handtag.requests.oldest.seconds", row.getDouble("oldest"))))
                .single();
    }

    private static String word(Request.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
