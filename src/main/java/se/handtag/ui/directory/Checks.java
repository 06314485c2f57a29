package se.handtag.ui.directory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import se.handtag.devices.MdmState;
import se.handtag.identity.ProviderState;

/** Tries everything that the portal leans on, one after another. */
@Component
class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final MdmState mdm;
    private final JdbcClient database;
    private final HealthEndpoint health;
    private final ObjectProvider<JavaMailSender> sender;
    private final ProviderState provider;

    Checks(
            MdmState mdm,
            JdbcClient database,
            HealthEndpoint health,
            ObjectProvider<JavaMailSender> sender,
            ProviderState provider) {
        this.mdm = mdm;
        this.database = database;
        this.health = health;
        this.sender = sender;
        this.provider = provider;
    }

    /** How a part is. */
    enum State {
        WELL,
        AWAY,
        /** It is not set up. */
        NONE
    }

    /**
     * What was found.
     *
     * @param part the name of the part in message keys
     * @param detail for IT, never a secret; empty when there is nothing more to say
     */
    record Finding(String part, State state, String detail) {}

    /** May take as long as the slowest part may. */
    List<Finding> all() {
        return List.of(mdm(), database(), mail(), provider());
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
        HealthDescriptor outbox = health.healthForPath("outbox");
        boolean well = outbox != null && Status.UP.equals(outbox.getStatus());
        return new Finding("mail", well ? State.WELL : State.AWAY, "");
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
