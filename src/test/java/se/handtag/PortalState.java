package se.handtag;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.handtag.audit.StatesAndRecords;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.PortalRules;

/** Takes the portal and its MDM back to the first day; what is on record stays on record. */
public final class PortalState {
    private final JdbcClient database;
    private final Scheduler scheduler;
    private final CircuitBreakerRegistry breakers;
    private final PortalMdm mdm;
    private final PortalReads reads;
    private final PortalClock clock;
    private final SamplePeople people;
    private final PortalRules rules;
    private long newestBefore;

    PortalState(
            JdbcClient database,
            Scheduler scheduler,
            CircuitBreakerRegistry breakers,
            PortalMdm mdm,
            PortalReads reads,
            PortalClock clock,
            SamplePeople people,
            PortalRules rules) {
        this.database = database;
        this.scheduler = scheduler;
        this.breakers = breakers;
        this.mdm = mdm;
        this.reads = reads;
        this.clock = clock;
        this.people = people;
        this.rules = rules;
    }

    /** Nothing asked for, nothing lost, nothing known of the MDM, nobody signed in, and commands are sent by themselves. */
    public void startOver() {
        scheduler.pause();
        await("what is being sent")
                .until(() -> scheduler.getCurrentlyExecuting().isEmpty());
        people.signOut();
        clock.back();
        mdm.startOver();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        String tables = database.sql("""
                        select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
                         where schemaname in ('requests', 'commands', 'recovery', 'devices', 'notifications', 'grants', 'policy')
                           and tablename not in ('approver', 'approver_group') or tablename = 'sessions_end'
                        """).query(String.class).single();
        // A page that is open still may be reading them, in another order.
        await("the tables")
                .ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .until(() -> database.sql("truncate " + tables).update() >= 0);
        newestBefore = StatesAndRecords.newest(database);
        rules.startOver();
        reads.forget();
        scheduler.resume();
    }

    /** The newest record of before everything started over. */
    long newestBefore() {
        return newestBefore;
    }

    /** From now on nothing is sent by itself: the test takes the steps. */
    public void holdSending() {
        scheduler.pause();
    }

    public void resumeSending() {
        scheduler.resume();
    }
}
