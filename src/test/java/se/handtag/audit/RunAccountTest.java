package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalTest;

/** What the account can do that the portal runs as when another migrates; each test takes the account back. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunAccountTest {
    private static final String ACCOUNT = "handtag-run";

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditLog log;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.record set at = now()",
                "delete from audit.record",
                "truncate audit.record",
                "update audit.leaf set hash = ''",
                "delete from audit.node",
                "delete from audit.checkpoint",
                "alter table audit.record disable trigger append_only",
                "drop trigger append_only on audit.leaf",
                "drop table audit.personal",
                "create table audit.another (id int)",
                "create or replace function audit.refuse_change() returns trigger language plpgsql as 'begin return null; end'",
                "select * from handtag.flyway_schema_history",
                "create schema another",
                "create role another"
            })
    void it_can_neither_change_the_log_nor_what_protects_it(String statement) {
        assertThatThrownBy(() -> asAccount(() -> {
                    if (statement.startsWith("select")) {
                        database.sql(statement).query().listOfRows();
                    } else {
                        database.sql(statement).update();
                    }
                }))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining(
                        statement.startsWith("alter") || statement.startsWith("drop")
                                ? "must be owner"
                                : "permission denied");
    }

    @Test
    void it_adds_to_the_log_and_reads_and_writes_everything_else() {
        asAccount(() -> {
            assertThat(log.append(AuditEntry.of(AuditKind.LOG).outcome("tried")))
                    .isNotNull();
            var missing = database.sql("""
                            select format('%s of %s.%s', right_, schemaname, tablename)
                              from pg_tables, unnest(array['select', 'insert', 'update', 'delete']) as right_
                             where schemaname in ('identity', 'audit', 'devices', 'catalogue', 'policy', 'commands',
                                                  'requests', 'grants', 'recovery', 'notifications')
                               and not has_table_privilege(format('%I.%I', schemaname, tablename), right_)
                            """).query(String.class).list();
            assertThat(missing)
                    .containsExactlyInAnyOrder(
                            "update of audit.record",
                            "delete of audit.record",
                            "update of audit.leaf",
                            "delete of audit.leaf",
                            "update of audit.node",
                            "delete of audit.node",
                            "update of audit.checkpoint",
                            "delete of audit.checkpoint");
        });
    }

    @Test
    void no_room_has_been_forgotten() {
        var rooms = database.sql("""
                        select distinct schemaname from pg_tables
                         where schemaname not in ('handtag', 'trial_mdm', 'pg_catalog', 'information_schema')
                        """).query(String.class).list();
        assertThat(rooms).allSatisfy(room -> assertThat(script()).contains("'" + room + "'"));
    }

    private void asAccount(Runnable deed) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            database.sql("create role \"" + ACCOUNT + "\"").update();
            database.sql(script().replace("${run-account}", ACCOUNT)).update();
            database.sql("set local role \"" + ACCOUNT + "\"").update();
            deed.run();
        });
    }

    private static String script() {
        try {
            return new ClassPathResource("db/migration/afterMigrate__rights.sql")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
