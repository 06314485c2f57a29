package se.handtag.trial.mdm.world;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import se.handtag.trial.mdm.store.FirstImport;
import se.handtag.trial.mdm.store.Journal;
import se.handtag.trial.mdm.store.Store;

/** Lets time pass for all devices: by itself at the set pace, or by hand. */
public final class World implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(World.class);
    private static final Duration COMMAND_LIVES = Duration.ofDays(7);
    private static final int AT_MOST_WITH_COMMANDS = 500;

    /** Bounds what an idle fleet of any size costs the database. */
    private static final int AT_MOST_IDLE = 100;

    private static final Duration TURN = Duration.ofMillis(500);

    private final Store store;
    private final Journal journal;
    private final Pace pace;
    private final Contact contact;
    private final CommandQueue commands;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trial-mdm-world").factory());
    private boolean databaseAnswers = true;

    /**
     * A world that stands still until {@link #begin}.
     *
     * @param speed 1: brisk; 0: never moves by itself
     * @param seed makes chance repeatable
     */
    public World(Store store, Journal journal, Clock clock, double speed, long seed) {
        this.store = store;
        this.journal = journal;
        this.pace = new Pace(clock, speed, seed);
        this.contact = new Contact(store, journal, pace);
        this.commands = new CommandQueue(store, journal, pace);
    }

    /** Where commands are put. */
    public CommandQueue commands() {
        return commands;
    }

    /** Lets time pass by itself, unless the speed is 0. */
    public void begin() {
        if (pace.speed() > 0) {
            long millis = Math.max(50, Math.round(TURN.toMillis() / Math.max(1, pace.speed())));
            turns.scheduleWithFixedDelay(this::turnUnattended, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Every device that is online makes contact now, due or not. */
    public void tick() {
        pass(true);
    }

    /** Puts everything back to the first day. */
    public synchronized void startOver(FirstImport company) {
        company.startOver();
    }

    private void turnUnattended() {
        try {
            pass(false);
            databaseAnswers = true;
        } catch (DataAccessException | TransactionException failed) {
            if (databaseAnswers) {
                log.warn("The trial world stands still, its database does not answer: {}", failed.getMessage());
            }
            databaseAnswers = false;
        } catch (RuntimeException mistake) {
            log.error("The trial world made a mistake", mistake);
        }
    }

    private synchronized void pass(boolean everyone) {
        lapse();
        List<UUID> withCommands;
        do {
            withCommands = due(everyone);
            for (UUID device : withCommands) {
                store.change(() -> {
                    contact.of(device);
                    return device;
                });
            }
        } while (!everyone && withCommands.size() == AT_MOST_WITH_COMMANDS);
        idle(everyone);
        newPasscodes();
    }

    private List<UUID> due(boolean everyone) {
        return store.column(
                UUID.class, """
                        select d.id from devices d
                        where d.online and (? or d.next_contact <= ?) and exists (
                            select from commands c where c.device_id = d.id and c.state in ('waiting', 'asked'))
                        order by d.id limit ?""", everyone, pace.now(), everyone ? Integer.MAX_VALUE : AT_MOST_WITH_COMMANDS);
    }

    private void idle(boolean everyone) {
        List<UUID> idle = store.column(
                UUID.class,
                "select id from devices where online and (? or next_contact <= ?) limit ?",
                everyone,
                pace.now(),
                everyone ? 1 : AT_MOST_IDLE);
        if (idle.isEmpty()) {
            return;
        }
        store.change(() -> store.sql(
                        "update devices set last_contact = ?, next_contact = " + Pace.LATER
                                + " where online and (? or id = any(?))",
                        pace.now(),
                        pace.now(),
                        pace.salt(),
                        pace.factor(),
                        everyone,
                        idle.toArray(UUID[]::new))
                .update());
    }

    private void newPasscodes() {
        List<UUID> due =
                store.column(UUID.class, "select id from devices where online and passcode_due <= ?", pace.now());
        for (UUID device : due) {
            store.change(() -> {
                store.sql("update devices set passcode = true, passcode_due = null where id = ?", device)
                        .update();
                journal.device("owner", device, null, "the owner set a new passcode");
                return device;
            });
        }
    }

    private void lapse() {
        List<Long> old = store.column(
                Long.class,
                "select id from commands where state in ('waiting', 'asked') and received_at < ? order by id",
                pace.now().minus(COMMAND_LIVES));
        for (long command : old) {
            store.change(() -> {
                UUID device = store.sql(
                                "update commands set state = 'lapsed', reason = ?, ended_at = ? where id = ? returning device_id",
                                "the device made no contact in time",
                                pace.now(),
                                command)
                        .query(UUID.class)
                        .single();
                journal.device("lapsed", device, command, "the device made no contact in time");
                return device;
            });
        }
    }

    /**
     * Switches a device on; it makes contact at once. One that was erased is thereby set up anew.
     *
     * @return whether there is such a device
     */
    public boolean online(UUID device) {
        return switched(
                device,
                "online",
                "update devices set online = true, enrolled = true, next_contact = ? where id = ? returning id");
    }

    /**
     * Switches a device off; commands wait from now on.
     *
     * @return whether there is such a device
     */
    public boolean offline(UUID device) {
        return switched(
                device, "offline", "update devices set online = false, next_contact = ? where id = ? returning id");
    }

    private boolean switched(UUID device, String what, String sql) {
        return store.change(() -> {
            boolean there = store.sql(sql, pace.now(), device)
                    .query(UUID.class)
                    .optional()
                    .isPresent();
            if (there) {
                journal.device(what, device, null, "by hand");
            }
            return there;
        });
    }

    @Override
    public void close() {
        turns.shutdownNow();
        try {
            if (!turns.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("The trial world did not come to rest in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
