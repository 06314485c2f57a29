package se.handtag.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
 * @param retention how long names, texts and addresses are kept, by kind of record; {@code all} for kinds that are not named
 */
@ConfigurationProperties("handtag.audit")
record AuditSettings(
        @DefaultValue("handtag") String name,
        @Nullable Path keys,
        @DefaultValue Checkpoints checkpoints,
        @Nullable Long acceptLoss,
        @DefaultValue Map<String, Duration> retention) {

    /**
     * Where and when. Without a folder and a target there are none, and nobody outside can vouch for the log.
     *
     * @param folder a folder that whoever owns the database does not own
     * @param target an address that takes {@code PUT} and {@code GET} below itself, such as a bucket's
     * @param authorization what to send there as {@code Authorization}
     * @param interval the longest time from a record to its checkpoint
     * @param every at the latest after so many records
     * @param mostUncovered with more records than that since the last checkpoint nothing is sent to the MDM any more
     */
    record Checkpoints(
            @Nullable Path folder,
            @Nullable URI target,
            @Nullable String authorization,
            @DefaultValue("1m") Duration interval,
            @DefaultValue("500") int every,
            @DefaultValue("50000") int mostUncovered) {

        @Override
        public String toString() {
            return "Checkpoints[folder=" + folder + ", target=" + target + "]";
        }
    }
}
