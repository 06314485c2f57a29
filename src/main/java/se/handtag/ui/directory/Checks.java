package se.handtag.ui.directory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import se.handtag.audit.AuditLog;
import se.handtag.audit.CheckpointStatus;
import se.handtag.audit.HeldBack;
import se.handtag.devices.MdmState;
import se.handtag.identity.ProviderState;
import se.handtag.notifications.MailState;

/** Tries everything that the portal leans on, one after another. */
@Component
class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final MdmState mdm;
    private final JdbcClient database;
    private final AuditLog log;
    private final MailState mail;
    private final ObjectProvider<JavaMailSender> sender;
    private final ProviderState provider;

    Checks(
            MdmState mdm,
            JdbcClient database,
            AuditLog log,
            MailState mail,
            ObjectProvider<JavaMailSender> sender,
            ProviderState provider) {
        this.mdm = mdm;
        this.database = database;
        this.log = log;
        this.mail = mail;
        this.sender = sender;
        this.provider = provider;
    }

    /** How a part is. */
    enum State {
        WELL,
        AWAY,
        /** It goes on, but something of the last day is lost. */
        LOST,
        /** It is not set up. */
        NONE,
        /** It cannot be told, for what would tell it does not answer. */
        UNKNOWN
    }

    /**
     * What was found.
     *
     * @param part the name of the part in message keys
     * @param text the name of what is said of it in message keys
     * @param detail for IT, never a secret; empty when there is nothing more to say
     * @param counts what the text about it counts
     */
    record Finding(String part, State state, String text, String detail, List<Long> counts) {
        Finding(String part, State state, String detail) {
            this(part, state, state.name(), detail, List.of());
        }
    }

    /** May take as long as the slowest part may. */
    List<Finding> all() {
        return List.of(mdm(), database(), log(), mail(), provider());
    }

    private Finding mdm() {
        long start = System.nanoTime();
        String wrong = mdm.problem();
        return new Finding("mdm", wrong.isEmpty() ? State.WELL : State.AWAY, wrong.isEmpty() ? took(start) : wrong);
    }

    private Finding database() {
        long start = System.nanoTime();
        try {
            String version =
                    database.sql("show server_version").query(String.class).single();
            return new Finding("database", State.WELL, "PostgreSQL " + version + ", " + took(start));
        } catch (DataAccessException away) {
            LOG.warn("The database does not answer: {}", away.toString());
            return new Finding("database", State.AWAY, "");
        }
    }

    /** As the outbox tells of it; without a mail server nothing waits there and nothing fails. */
    private Finding mail() {
        if (sender.getIfAvailable() == null) {
            return new Finding("mail", State.NONE, "");
        }
        MailState.Lately lately;
        try {
            lately = mail.lately();
        } catch (DataAccessException away) {
            return new Finding("mail", State.UNKNOWN, "");
        }
        if (lately.failing() == 0 && lately.givenUp() == 0) {
            return new Finding("mail", State.WELL, "");
        }
        var state = lately.failing() > 0 ? State.AWAY : State.LOST;
        return new Finding("mail", state, state.name(), lately.problem(), List.of((long) lately.failing(), (long)
                lately.givenUp()));
    }

    private Finding log() {
        try {
            return of(log.checkpoints());
        } catch (DataAccessException away) {
            return new Finding("log", State.UNKNOWN, "");
        } catch (RuntimeException unread) {
            // A key's file or its folder, say: the rest of the page is not to wait for it.
            LOG.warn("How the log is cannot be told", unread);
            return new Finding("log", State.UNKNOWN, "UNREAD", "", List.of());
        }
    }

    /** As this node knows it: another one may have been answered. */
    static Finding of(CheckpointStatus status) {
        if (status.places().isEmpty()) {
            return new Finding("log", State.NONE, "");
        }
        HeldBack held = status.held();
        if (held == null && !status.failing()) {
            return new Finding("log", State.WELL, "");
        }
        return new Finding(
                "log",
                State.AWAY,
                held == null ? State.AWAY.name() : held.name(),
                String.join(", ", status.places()),
                List.of(status.uncovered()));
    }

    private Finding provider() {
        long start = System.nanoTime();
        String wrong = provider.problem();
        return new Finding(
                "provider", wrong.isEmpty() ? State.WELL : State.AWAY, wrong.isEmpty() ? took(start) : wrong);
    }

    private static String took(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms";
    }
}
