package se.handtag.commands;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.PersonId;

/** How many commands of a kind may be sent: by person, by approver and in all. Counted in PostgreSQL for every node. */
@Component
@EnableConfigurationProperties(CommandSettings.class)
public class Limits {
    private static final int MOST_CLEANED = 1_000;

    private final CommandSettings settings;
    private final MdmUsers users;
    private final Clock clock;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    Limits(CommandSettings settings, MdmUsers users, DataSource database, Clock clock) {
        this.settings = settings;
        this.users = users;
        this.clock = clock;
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("commands.bucket")
                .clientClock(new PortalTime(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofHours(1)))
                .build();
    }

    /** A limit, for those who want to know. */
    public record Limit(String action, int person, int approver, int company, Duration per) {}

    /** All limits there are, by the action's name. */
    public List<Limit> all() {
        return settings.limits().entrySet().stream()
                .map(entry -> new Limit(
                        entry.getKey(),
                        entry.getValue().person(),
                        entry.getValue().approver(),
                        entry.getValue().company(),
                        entry.getValue().per()))
                .sorted(Comparator.comparing(Limit::action))
                .toList();
    }

    /**
     * Takes what one command uses up, from everybody concerned or from nobody.
     *
     * @return empty when there was enough, else when there will be
     */
    Optional<Instant> take(Command command) {
        var limit = settings.of(command.action().kind());
        if (limit == null) {
            return Optional.empty();
        }
        Deque<BucketProxy> taken = new ArrayDeque<>();
        for (var each : wanted(command, limit).entrySet()) {
            BucketProxy bucket = bucket(each.getKey(), each.getValue(), limit.per());
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                taken.forEach(other -> other.addTokens(1));
                return Optional.of(clock.instant().plusNanos(probe.getNanosToWaitForRefill()));
            }
            taken.push(bucket);
        }
        return Optional.empty();
    }

    /** Gives back what was taken for a command that was not sent after all. */
    void giveBack(Command command) {
        var limit = settings.of(command.action().kind());
        if (limit != null) {
            wanted(command, limit)
                    .forEach((name, most) -> bucket(name, most, limit.per()).addTokens(1));
        }
    }

    /** How many of which there may be. Always in the same order, one at a time: nobody waits for anybody who waits. */
    private Map<String, Integer> wanted(Command command, CommandSettings.Limit limit) {
        String about = command.action().kind().key() + "/" + limit.per() + "/";
        Map<String, Integer> wanted = new TreeMap<>();
        wanted.put(about + limit.person() + "/person/" + human(command.by()), limit.person());
        for (PersonId approver : command.evidence().approvers()) {
            wanted.put(about + limit.approver() + "/approver/" + human(approver), limit.approver());
        }
        wanted.put(about + limit.company() + "/company", limit.company());
        return wanted;
    }

    /** Whoever has several accounts has no more for it, as far as the MDM knows them for one user. */
    private String human(PersonId account) {
        return users.lastSelf(account).map(user -> "user/" + user).orElseGet(account::toString);
    }

    /** Forgets who has all of theirs back. */
    void clean() {
        buckets.removeExpired(MOST_CLEANED);
    }

    /** The numbers stand in the bucket's name, so that another setting counts from the start. */
    private BucketProxy bucket(String name, int most, Duration per) {
        return buckets.getProxy(
                name,
                () -> BucketConfiguration.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                        .build());
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
