package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import se.handtag.FirstState;

/** What the first migrations of this room kept is read today ({@link FirstState}). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FromTheFirstStateTest {
    @Test
    void the_records_of_the_chain_stand_in_the_tree_under_their_numbers_with_all_they_said() throws SQLException {
        assertThat(FirstState.reader(GroupCommit.class).run()).hasSize(2);

        var records = FirstState.reader(LogReader.class).find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 10);
        assertThat(records).extracting(AuditRecord::number).containsExactly(2L, 1L);
        assertThat(records.getLast()).satisfies(signIn -> {
            assertThat(signIn.kind()).isEqualTo(AuditKind.SIGN_IN);
            assertThat(signIn.at()).isEqualTo(Instant.parse("2026-11-22T09:00:00.000001Z"));
            assertThat(signIn.actor()).isEqualTo("Anna Åkesson");
            assertThat(signIn.sourceAddress()).isEqualTo("192.0.2.7");
        });
        assertThat(records.getFirst()).satisfies(decision -> {
            assertThat(decision.subject()).isEqualTo("device/d0000000-0000-4000-8000-000000000001");
            assertThat(decision.label()).isEqualTo("iPhone 16 …K7QX");
            assertThat(decision.onBehalfOf()).isEqualTo("Anna Åkesson");
            assertThat(decision.rules()).containsExactly("wipe-needs-a-manager");
            assertThat(decision.request()).isEqualTo(UUID.fromString("e0000000-0000-4000-8000-000000000001"));
        });
        assertThat(FirstState.reader(Tree.class).size()).isEqualTo(2);
    }
}
