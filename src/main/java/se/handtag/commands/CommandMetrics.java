package se.handtag.commands;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import se.handtag.Gauged;
import se.handtag.policy.ActionKind;

/** What becomes of commands, and what waits. */
@Component
class CommandMetrics implements Gauged {
    private static final String STEPS = "handtag.commands";
    private static final String TO_ACCEPTED = "handtag.commands.accepted";

    private final JdbcClient database;
    private final MeterRegistry meters;
    private final Clock clock;

    CommandMetrics(JdbcClient database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.meters = meters;
        this.clock = clock;
        for (ActionKind action : ActionKind.values()) {
            // A counter that begins with its first event has no rate for that one.
            for (CommandState state : List.of(CommandState.ACCEPTED, CommandState.REFUSED, CommandState.UNKNOWN)) {
                meters.counter(STEPS, "action", action.key(), "state", word(state));
            }
            meters.timer(TO_ACCEPTED, "action", action.key());
        }
    }

    @TransactionalEventListener
    void on(Command.CommandStepped step) {
        String action = step.action().key();
        meters.counter(STEPS, "action", action, "state", word(step.state())).increment();
        if (step.state() == CommandState.ACCEPTED) {
            meters.timer(TO_ACCEPTED, "action", action).record(Duration.between(step.placedAt(), clock.instant()));
        }
    }

    @Override
    public List<Value> now() {
        // One after the other, so that each finds its own index of the few that wait.
        return database
                .sql("""
                        select 'due' as state, count(*) as number, extract(epoch from :now - min(greatest(placed_at, held_until))) as oldest
                          from commands.command where state in ('DUE', 'SENDING')
                        union all
                        select 'held', count(*), extract(epoch from :now - min(placed_at))
                          from commands.command where state = 'HELD'
                        union all
                        select 'unknown', count(*), extract(epoch from :now - min(coalesce(sent_at, placed_at)))
                          from commands.command where state = 'UNKNOWN'
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> List.of(
                        Value.of("handtag.commands.waiting", row.getInt("number"), "state", row.getString("state")),
                        Value.of(
                                "handtag.commands.oldest.seconds",
                                row.getDouble("oldest"),
                                "state",
                                row.getString("state"))))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String word(CommandState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
