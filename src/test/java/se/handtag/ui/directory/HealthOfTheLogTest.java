package se.handtag.ui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.ViewPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.CheckpointStatus;
import se.handtag.audit.HeldBack;
import se.handtag.audit.NoCheckpoint;
import se.handtag.ui.words.Readings;

@ViewPackages(packages = "se.handtag.ui")
class HealthOfTheLogTest extends Screens {
    @Autowired
    ApplicationContext portal;

    @Autowired
    AuditLog log;

    @Value("${handtag.audit.checkpoints.folder}")
    Path checkpoints;

    @Value("${handtag.audit.keys}")
    Path keys;

    @Test
    void a_log_that_is_not_the_one_of_its_checkpoint_is_told_and_so_is_that_nothing_is_sent() throws IOException {
        open("sara", "health");
        says("The place outside the database takes its checkpoints.");
        Path latest = checkpoints.resolve("latest");
        byte[] before = Files.readAllBytes(latest);
        try {
            Files.writeString(latest, "nonsense");
            assertThatThrownBy(this::checkpoint).isInstanceOf(NoCheckpoint.class);
            open("sara", "health");
            says("Nothing is sent to the MDM: the log does not go on");
            assertThat(page()).contains(checkpoints.toString());
        } finally {
            Files.write(latest, before);
            checkpoint();
        }
    }

    @Test
    void keys_that_cannot_be_read_are_told_and_are_not_the_databases_fault() throws IOException {
        Path damaged = keys.resolve("damaged.pub");
        try {
            Files.writeString(damaged, "nonsense");
            open("sara", "health");
            says("How far the log is covered cannot be told.");
            assertThat(page()).contains("Not known now").doesNotContain("which does not answer");
        } finally {
            Files.delete(damaged);
        }
    }

    private void checkpoint() {
        log.appendAlone(AuditEntry.of(AuditKind.EXPORT).outcome("done"));
        log.export(AuditQuery.EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "ANOTHER_LOG, Nothing is sent to the MDM: the log does not go on",
        "NOT_COMPARED, This node sends nothing to the MDM",
        "UNCOVERED, Nothing is sent to the MDM: 7 records",
        ", No checkpoint can be made; 7 records"
    })
    void why_nothing_is_sent_is_told_in_words(@Nullable HeldBack held, String words) {
        var health = new HealthView(portal.getBean(Checks.class), portal.getBean(Readings.class));
        var status = new CheckpointStatus(3, 7, null, List.of("/outside"), true, held, List.of());
        assertThat(health.card(Checks.of(status)).getElement().getTextRecursively())
                .contains(words, "/outside", "Does not work");
    }

    @Test
    void a_log_without_a_place_of_checkpoints_is_told() {
        var health = new HealthView(portal.getBean(Checks.class), portal.getBean(Readings.class));
        var status = new CheckpointStatus(0, 7, null, List.of(), false, null, List.of());
        assertThat(health.card(Checks.of(status)).getElement().getTextRecursively())
                .contains("No checkpoints are kept", "Not set up");
    }
}
