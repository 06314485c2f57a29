package se.handtag.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.commands.CommandSettings.Limit;

@PortalTest
class LimitRecordsTest {
    @Autowired
    AuditLog log;

    @Autowired
    CommandSettings settings;

    @Test
    void limits_are_on_record_from_the_first_start_and_again_when_others_hold() {
        assertThat(newest().kind()).isEqualTo(AuditKind.LIMIT);
        assertThat(newest().facts()).containsOnlyKeys(settings.limits().keySet());
        long first = newest().number();
        startsWith(settings);
        assertThat(newest().number()).as("the same limits").isEqualTo(first);

        startsWith(new CommandSettings(Map.of("wipe", new Limit(1, 2, 3, Duration.ofDays(1)))));
        assertThat(newest().facts())
                .isEqualTo(Map.of("wipe", "1 by one person, 2 approved by one person, 3 in all, each PT24H"));
        assertThat(newest().actor()).isNull();
        startsWith(new CommandSettings(Map.of()));
        assertThat(newest().facts()).isEmpty();
    }

    /** Other tests begin with the limits that hold. */
    @AfterEach
    void startsAsBefore() {
        startsWith(settings);
    }

    private void startsWith(CommandSettings limits) {
        new LimitRecords(limits, log).started();
    }

    private AuditRecord newest() {
        return log.find(AuditQuery.ofSubject("limits"), Long.MAX_VALUE, 1).getFirst();
    }
}
