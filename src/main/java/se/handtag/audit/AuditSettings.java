package se.handtag.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log, {@code handtag.audit.*}.
 *
 * @param name the log's name, which its keys and checkpoints carry: such as {@code handtag.example.com}; without spaces and
 *     plus signs
 * @param keys the folder of the keys that sign checkpoints
 * @param checkpoints where checkpoints go
 * @param acceptLoss the size of the checkpoint behind which records are lost and known to be, null for none; without it a
 *     database that was restored from before its last checkpoint is refused
 * @param acceptEmptyPlace the size of the database's newest checkpoint when a place for checkpoints is begun anew, null for
 *     none; without it an empty place is refused
 * @param retention how long names, texts and addresses are kept, by kind of record; {@code all} for kinds that are not named,
 *     and for ended requests, commands, lost reports and messages
 */
@ConfigurationProperties("handtag.audit")
record AuditSettings(
        @DefaultValue("handtag") @Pattern(regexp = "[^\\s+]+", message = "must be without spaces and plus signs")
        String name,

        @Nullable Path keys,
        @DefaultValue @Valid Checkpoints checkpoints,
        @Nullable Long acceptLoss,
        @Nullable Long acceptEmptyPlace,
        @DefaultValue Map<String, Duration> retention) {
    private static final String ALL = "all";

    @AssertTrue(message = "handtag.audit.retention names kinds of record (decision, look, sign-in, …) or all")
    boolean isRetentionOfKnownKinds() {
        return retention.keySet().stream()
                .allMatch(name -> name.equals(ALL)
                        || Arrays.stream(AuditKind.values())
                                .anyMatch(kind -> kind.name().equals(asKind(name))));
    }

    @AssertTrue(
            message =
                    "handtag.audit.checkpoints.authorization is for a target, and handtag.audit.checkpoints.target is not set")
    boolean isAuthorizationForATarget() {
        return checkpoints.authorization() == null
                || checkpoints.authorization().isBlank()
                || checkpoints.target() != null;
    }

    @AssertTrue(
            message =
                    "handtag.audit.checkpoints.access-key.id and handtag.audit.checkpoints.access-key.secret go together")
    boolean isAccessKeyWhole() {
        return checkpoints.accessKey() == null || !checkpoints.accessKey().isHalf();
    }

    @AssertTrue(
            message =
                    "handtag.audit.checkpoints.access-key is for a target, and handtag.audit.checkpoints.target is not set")
    boolean isAccessKeyForATarget() {
        return checkpoints.accessKey() == null || !checkpoints.accessKey().isGiven() || checkpoints.target() != null;
    }

    @AssertTrue(
            message =
                    "handtag.audit.checkpoints.access-key and handtag.audit.checkpoints.authorization: set one of the two, not both")
    boolean isSignedOrAuthorized() {
        return checkpoints.accessKey() == null
                || !checkpoints.accessKey().isGiven()
                || checkpoints.authorization() == null
                || checkpoints.authorization().isBlank();
    }

    @AssertTrue(message = "handtag.audit.retention must be positive times, such as 730d")
    boolean isRetentionPositive() {
        return retention.values().stream().allMatch(Duration::isPositive);
    }

    /** How long names beside records of a kind are kept, null for ever. */
    @Nullable
    Duration kept(AuditKind kind) {
        return retention.entrySet().stream()
                .filter(one -> asKind(one.getKey()).equals(kind.name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(retention.get(ALL));
    }

    /** How long names in what has ended are kept, null for ever. */
    @Nullable
    Duration kept() {
        return retention.get(ALL);
    }

    private static String asKind(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * Where and when. Without a folder and a target there are none, and nobody outside can vouch for the log.
     *
     * @param folder a folder that whoever owns the database does not own
     * @param target an address that takes {@code PUT} and {@code GET} below itself, such as a bucket's
     * @param authorization what to send there as {@code Authorization}
     * @param accessKey what to sign requests there with instead, for a store in the manner of S3
     * @param interval the longest time from a record to its checkpoint
     * @param every at the latest after so many records
     * @param mostUncovered with more records than that since the last checkpoint nothing is sent to the MDM any more
     */
    record Checkpoints(
            @Nullable Path folder,
            @Nullable URI target,
            @Nullable String authorization,
            @Nullable AccessKey accessKey,

            @DefaultValue("1m") @DurationMin(seconds = 1, message = "must be at least a second")
            Duration interval,

            @DefaultValue("500") @Min(value = 1, message = "must be at least 1")
            int every,

            @DefaultValue("50000") @Min(value = 1, message = "must be at least 1")
            int mostUncovered) {

        Checkpoints {
            // An empty address is how a list of settings says that there is none.
            target = target == null || target.toString().isBlank() ? null : target;
        }

        @Override
        public String toString() {
            return "Checkpoints[folder=" + folder + ", target=" + target + "]";
        }
    }
}
