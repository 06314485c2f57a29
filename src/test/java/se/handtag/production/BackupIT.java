package se.handtag.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.handtag.SignInByHttp;
import se.handtag.production.Cluster.Until;

/** Backup and restore as the handbook describes them, with PostgreSQL's own means and the jar in production. */
class BackupIT {
    private static final Pattern LOST = Pattern.compile("checkpoint of (\\d+) records");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_database_restored_to_its_end_goes_on_and_one_restored_to_before_the_last_checkpoint_is_told_at_the_start() {
        Path backup = folder.resolve("backup");
        Path archive;
        try (var site = new Site(folder)) {
            try (var cluster = Cluster.in(folder.resolve("first"))) {
                archive = cluster.archive();
                var node = site.untilWell(start(site, cluster, Map.of()));
                try (var program = node.program()) {
                    long before = signIn(site, node, "anna", 0);
                    cluster.backUp(backup);
                    signIn(site, node, "bo", before);
                    assertThat(program.stop()).as("ended by the signal").isEqualTo(143);
                }
            }
            try (var whole = Cluster.restored(backup, archive, folder.resolve("whole"), Until.END_OF_ARCHIVE);
                    var program = site.untilWell(start(site, whole, Map.of())).program()) {
                assertThat(program.hasEnded()).isFalse();
            }
            try (var early = Cluster.restored(backup, archive, folder.resolve("early"), Until.END_OF_BACKUP)) {
                String lost;
                try (var refused = start(site, early, Map.of()).program()) {
                    assertThat(refused.untilEnded()).isEqualTo(1);
                    var said = LOST.matcher(refused.errors());
                    assertThat(said.find()).as(refused.errors()).isTrue();
                    lost = said.group(1);
                }
                assertThat(Long.parseLong(lost)).isEqualTo(site.covered());
                try (var accepted = site.untilWell(start(site, early, Map.of("HANDTAG_AUDIT_ACCEPT_LOSS", lost)))
                        .program()) {
                    assertThat(accepted.hasEnded()).isFalse();
                }
            }
        }
    }

    private static Site.Node start(Site site, Cluster cluster, Map<String, String> more) {
        int port = Site.freePort();
        return site.start("http://localhost:" + port, port, cluster.url(), more);
    }

    /** Signs somebody in, which is a record, and waits for a checkpoint of more than those. @return how many it covers */
    private static long signIn(Site site, Site.Node node, String username, long records) {
        try (var browser = SignInByHttp.as(username, node.port())) {
            assertThat(browser).isNotNull();
        }
        return await().atMost(Duration.ofSeconds(60)).until(site::covered, covered -> covered > records);
    }
}
