package se.handtag.identity;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often somebody may knock at the doors, by the address they come from, on all nodes together. Whoever is inside does not
 * knock.
 */
@Component
class Attempts {
    private static final int MOST_CLEANED = 1_000;

    /** The half of an IPv6 address that a provider gives to one household or company. */
    private static final int NETWORK = 8;

    private final BucketConfiguration limit;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Whoever was refused here is not worth asking the database about again until then. */
    private final Map<String, Instant> refused = new ConcurrentHashMap<>();

    Attempts(IdentitySettings settings, DataSource database, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
        int most = settings.attemptsAMinute();
        limit = BucketConfiguration.builder()
                .addLimit(rate -> rate.capacity(most).refillIntervally(most, Duration.ofMinutes(1)))
                .build();
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("identity.bucket")
                .clientClock(new PortalTime(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** Counts one. Zero when that is fine, else how long to wait. */
    Duration count(String address) {
        String whose = network(address);
        Instant now = clock.instant();
        Instant known = refused.get(whose);
        if (known != null && now.isBefore(known)) {
            return Duration.between(now, known);
        }
        ConsumptionProbe probe = buckets.getProxy(whose, () -> limit).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        refused.put(whose, now.plus(wait));
        events.publishEvent(new DoorEvent.SignInRefused("too_many_attempts", address));
        return wait;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void clean() {
        Instant now = clock.instant();
        refused.values().removeIf(now::isAfter);
        buckets.removeExpired(MOST_CLEANED);
    }

    /** Whoever has one address of IPv6 has as many as they like. */
    static String network(String address) {
        try {
            InetAddress known = InetAddress.ofLiteral(address);
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(known.getAddress(), 0, NETWORK)
                    : known.getHostAddress();
        } catch (IllegalArgumentException none) {
            return "unknown";
        }
    }

    /** The portal's own clock. */
    private record PortalTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
