package se.handtag.ui.words;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for hints with one connection of this node's own, and publishes each as a {@link Hint}. What came while nobody
 * listened cannot be known, so whenever listening begins the hint is about everything, once.
 */
@Component
class HintListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HintListener.class);

    /** Under which name PostgreSQL lists the connection. */
    static final String NAME = "handtag-hints";

    private static final int MOMENT_MILLIS = 500;
    private static final int MOMENTS_BETWEEN_PROOFS = 20;
    private static final int PROOF_SECONDS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DataSource database;
    private final ApplicationEventPublisher events;
    private @Nullable Thread thread;
    private CountDownLatch stopping = new CountDownLatch(0);
    private volatile Duration pause = FIRST_PAUSE;

    HintListener(DataSource database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("hints").start(this::run);
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(PROOF_SECONDS));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        do {
            try (Connection connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException lost) {
                LOG.info(
                        "Open screens are not told of changes until the database can be listened to again: {}",
                        lost.getMessage());
            }
        } while (!isStopping(pause));
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set application_name = '" + NAME + "'");
            try {
                statement.execute("listen " + HintSender.CHANNEL);
                tell(Hint.OF_ALL);
                pause = FIRST_PAUSE;
                hear(connection);
            } finally {
                // The connection goes back to those that ask questions.
                statement.execute("unlisten *");
                statement.execute("reset application_name");
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection hints = connection.unwrap(PGConnection.class);
        int quiet = 0;
        while (stopping.getCount() > 0) {
            PGNotification @Nullable [] heard = hints.getNotifications(MOMENT_MILLIS);
            if (heard != null && heard.length > 0) {
                quiet = 0;
                for (PGNotification hint : heard) {
                    tell(Hint.read(hint.getParameter()));
                }
            } else if (++quiet >= MOMENTS_BETWEEN_PROOFS) {
                quiet = 0;
                // A connection that is broken on the way is as quiet as one with nothing to say.
                if (!connection.isValid(PROOF_SECONDS)) {
                    throw new SQLException("The connection that listens is broken");
                }
            }
        }
    }

    /** One who cannot be told keeps no other from being told. */
    private void tell(Hint hint) {
        try {
            events.publishEvent(hint);
        } catch (RuntimeException failed) {
            LOG.warn("A hint was not taken", failed);
        }
    }

    private boolean isStopping(Duration before) {
        pause = before.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : before.multipliedBy(2);
        try {
            return stopping.await(before.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
