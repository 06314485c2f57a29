package se.handtag.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.handtag.OneReading;
import se.handtag.mdm.MdmException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the MDM said last, kept in the database for when it cannot be asked. */
@Component
class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    private static final String STORE = """
            insert into devices.picture (key, body, read_at) values (:key, :body, :now)
            on conflict (key) do update set body = excluded.body, read_at = excluded.read_at
            """;
    private static final String STORE_WITHOUT_WAITING = """
            insert into devices.picture (key, body, read_at)
            select :key, :body, :now from (select set_config('synchronous_commit', 'off', true)) as this_one_alone
            on conflict (key) do update set body = excluded.body, read_at = excluded.read_at
            """;

    /** What was kept last of something. */
    private record Kept(String key) {}

    /** When that was. */
    private record KeptAt(String key) {}

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Pictures(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Asks the MDM; when it cannot be asked, answers what it said last.
     *
     * @throws MdmException when it cannot be asked and never was, or when it answers that there is no such thing
     */
    <T> Picture<T> read(String key, TypeReference<T> type, Supplier<T> mdm) {
        return read(key, type, Duration.ZERO, mdm);
    }

    /** The same, but does not ask when the last answer is younger than {@code enough}. */
    <T> Picture<T> read(String key, TypeReference<T> type, Duration enough, Supplier<T> mdm) {
        return read(key, enough, mdm, () -> stored(key, type));
    }

    /** The same. @param stored what it said last, however that is kept; empty when it never was asked */
    <T> Picture<T> read(String key, Duration enough, Supplier<T> mdm, Supplier<Optional<Picture<T>>> stored) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!enough.isZero()) {
            Optional<Picture<T>> known = stored.get();
            if (known.isPresent() && known.get().asOf().plus(enough).isAfter(now)) {
                return new Picture<>(known.get().value(), known.get().asOf(), true);
            }
        }
        T value;
        try {
            value = mdm.get();
        } catch (MdmException.NotFound gone) {
            throw gone;
        } catch (MdmException away) {
            return stored.get().orElseThrow(() -> away);
        }
        store(key, value, now);
        return new Picture<>(value, now, true);
    }

    /** When it was asked last, empty when it never was. */
    Optional<Instant> asOf(String key) {
        return OneReading.told(new KeptAt(key), () -> readAt(key));
    }

    private Optional<Instant> readAt(String key) {
        return database.sql("select read_at from devices.picture where key = :key")
                .param("key", key)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** What it said last, empty when it never was asked. Does not ask. */
    <T> Optional<T> known(String key, TypeReference<T> type) {
        return stored(key, type).map(Picture::value);
    }

    /**
     * The keys beginning with {@code start} of whatever it said last that fits; what an earlier release kept and this one cannot
     * read fits nothing. Reads all of those. Does not ask.
     */
    <T> List<String> keysOf(String start, TypeReference<T> type, Predicate<T> fits) {
        return database
                .sql("select key, body from devices.picture where starts_with(key, :start)")
                .param("start", start)
                .query((row, _) -> fits(row.getString("body"), type, fits) ? row.getString("key") : "")
                .list()
                .stream()
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private <T> boolean fits(String body, TypeReference<T> type, Predicate<T> fits) {
        try {
            return fits.test(json.readValue(body, type));
        } catch (JacksonException unreadable) {
            LOG.warn("What was kept of the MDM cannot be read: {}", unreadable.getOriginalMessage());
            return false;
        }
    }

    /**
     * Does not wait for the disk: what is lost when the database stops hard is what was asked in its last moment, and the answer
     * before is told with its age. Within somebody's transaction it waits like all else there, for they commit together.
     */
    private <T> void store(String key, T value, Instant now) {
        database.sql(TransactionSynchronizationManager.isActualTransactionActive() ? STORE : STORE_WITHOUT_WAITING)
                .param("key", key)
                .param("body", json.writeValueAsString(value))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        OneReading.changed(new Kept(key));
        OneReading.changed(new KeptAt(key));
    }

    /** @param type for one key always the same */
    <T> Optional<Picture<T>> stored(String key, TypeReference<T> type) {
        return OneReading.told(new Kept(key), () -> kept(key, type));
    }

    private <T> Optional<Picture<T>> kept(String key, TypeReference<T> type) {
        return database.sql("select body, read_at from devices.picture where key = :key")
                .param("key", key)
                .query((row, _) -> new Picture<>(
                        json.readValue(row.getString("body"), type),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        false))
                .optional();
    }
}
