package se.handtag.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.FirstState;
import se.handtag.identity.Role;
import se.handtag.mdm.DeviceId;

/** What the first migrations of this room kept is read today ({@link FirstState}). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FromTheFirstStateTest {
    @Test
    void what_was_lost_is_lost_and_what_was_found_is_not() {
        var reports = FirstState.reader(LostReportStore.class);
        assertThat(reports.isLost(device(4))).isFalse();
        assertThat(reports.open(device(3))).hasValueSatisfying(lost -> {
            assertThat(lost.reportedBy()).isEqualTo("Bo Berg");
            assertThat(lost.roles()).containsExactly(Role.EMPLOYEE);
            assertThat(lost.lock()).isNull();
            assertThat(lost.lockDenied())
                    .as("a report without a lock was one that the rules allowed none")
                    .isTrue();
            assertThat(lost.marks()).isEqualTo(Set.of("person/b0000000-0000-4000-8000-000000000002"));
        });
    }

    private static DeviceId device(int number) {
        return new DeviceId(UUID.fromString("d0000000-0000-4000-8000-00000000000" + number));
    }
}
