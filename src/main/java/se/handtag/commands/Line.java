package se.handtag.commands;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.MdmProbe;

/**
 * Whether the MDM is there at all, the same for every node. While it is not, no command tries; one reading call every few
 * seconds looks whether it is back, and then everything goes out in its order.
 */
@Component
class Line {
    /** So many good answers close the breaker again. */
    private static final int GOOD_ANSWERS = 3;

    private final JdbcClient database;
    private final MdmProbe probe;
    private final Queue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Line(JdbcClient database, MdmProbe probe, Queue queue, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.probe = probe;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean isDown() {
        return database.sql("select exists (select from commands.outage)")
                .query(Boolean.class)
                .single();
    }

    /** Notes a failure; it is an outage when the breaker holds calls back, and none when only this node is busy. */
    void failed(MdmException failure) {
        if (failure instanceof MdmException.Unavailable unavailable && unavailable.heldBack() && !unavailable.busy()) {
            database.sql("insert into commands.outage (since) values (:now) on conflict do nothing")
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        }
    }

    /** Looks whether the MDM is back, if it was away. */
    void look() {
        if (!isDown()) {
            return;
        }
        for (int answer = 0; answer < GOOD_ANSWERS; answer++) {
            if (!probe.probe().isGood()) {
                return;
            }
        }
        // In one, for what may be sent again must see the locks that go before it.
        transaction.executeWithoutResult(_ -> {
            if (database.sql("delete from commands.outage").update() > 0) {
                queue.hurry();
            }
        });
    }
}
