package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.requests.Proposal.Agreed;
import se.handtag.requests.Proposal.Outcome;

/** What opens something takes two people of IT, here who approves for a group. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondPersonTest {
    private static final String YARD = "Fjällräv Logistik/Åkeri";
    private static final String LEIF = "leif.hagglund@fjallrav.example";
    private static final String KARIN = "karin.ostlund@fjallrav.example";

    @Autowired
    GroupApprovers approvers;

    @Autowired
    Approvers file;

    @Autowired
    SecondPerson second;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    SamplePeople people;

    @AfterEach
    void asBefore() {
        approvers.propose(people.actor("sara"), YARD, Set.of(LEIF));
        second.waiting(people.person("daniel"))
                .forEach(proposal -> second.agree(people.actor("daniel"), proposal.id()));
    }

    @Test
    void nothing_changes_before_somebody_else_of_it_agrees() {
        assertThat(approvers.propose(people.actor("sara"), YARD, Set.of(LEIF, " Karin.Ostlund@fjallrav.example ")))
                .isEqualTo(Outcome.WAITS);
        assertThat(ofTheYard()).containsExactly(LEIF);
        UUID id = waiting();
        assertThat(second.agree(people.actor("sara"), id)).isEqualTo(Agreed.SAME_PERSON);
        assertThat(second.agree(people.otherAccount("sara", Role.EMPLOYEE, Role.IT), id))
                .as("by another account of hers")
                .isEqualTo(Agreed.SAME_PERSON);
        assertThat(log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 2))
                .extracting(AuditRecord::outcome)
                .containsExactly("denied", "denied");
        assertThat(ofTheYard()).containsExactly(LEIF);

        assertThat(second.agree(people.actor("daniel"), id)).isEqualTo(Agreed.DONE);
        assertThat(ofTheYard()).containsExactly(KARIN, LEIF);
        assertThat(second.agree(people.actor("mehmet.yilmaz"), id)).isEqualTo(Agreed.GONE);
    }

    @Test
    void what_waits_is_replaced_by_what_is_proposed_next_and_what_is_so_already_is_no_change() {
        approvers.propose(people.actor("sara"), YARD, Set.of(KARIN));
        UUID first = waiting();
        approvers.propose(people.actor("daniel"), YARD, Set.of(KARIN, LEIF));
        assertThat(second.agree(people.actor("mehmet.yilmaz"), first)).isEqualTo(Agreed.GONE);
        assertThat(second.agree(people.actor("sara"), waiting())).isEqualTo(Agreed.DONE);
        assertThat(approvers.propose(people.actor("sara"), YARD, Set.of(LEIF, KARIN)))
                .isEqualTo(Outcome.SAME);
    }

    @Test
    void what_is_turned_down_is_gone() {
        approvers.propose(people.actor("sara"), YARD, Set.of(KARIN));
        UUID id = waiting();
        second.drop(people.actor("daniel"), id);
        assertThat(second.agree(people.actor("daniel"), id)).isEqualTo(Agreed.GONE);
        assertThat(ofTheYard()).containsExactly(LEIF);
    }

    @Test
    void what_changed_meanwhile_is_not_agreed_to_and_that_is_on_record() {
        approvers.propose(people.actor("sara"), YARD, Set.of(KARIN));
        UUID id = waiting();
        database.sql("insert into requests.approver values (:yard, 'x@fjallrav.example')")
                .param("yard", YARD)
                .update();
        assertThat(second.agree(people.actor("daniel"), id)).isEqualTo(Agreed.GONE);
        assertThat(second.waiting(people.person("sara"))).isEmpty();
        assertThat(database.sql("select outcome from (select body::jsonb ->> 'outcome' as outcome from audit.record"
                                + " where step = :step) as ends")
                        .param("step", "proposal/" + id + "/ended")
                        .query(String.class)
                        .list())
                .containsExactly("overtaken");
        database.sql("delete from requests.approver where address = 'x@fjallrav.example'")
                .update();
    }

    @Test
    void whoever_was_taken_away_does_not_come_back_from_the_file() throws Exception {
        approvers.propose(people.actor("sara"), YARD, Set.of());
        second.agree(people.actor("daniel"), waiting());
        file.run(new DefaultApplicationArguments());
        assertThat(ofTheYard()).isEmpty();
    }

    @Test
    void who_comes_from_the_file_is_on_record_once() throws Exception {
        int before = broughtIn();
        database.sql("delete from requests.approver_group where path = :yard")
                .param("yard", YARD)
                .update();
        file.run(new DefaultApplicationArguments());
        file.run(new DefaultApplicationArguments());
        assertThat(ofTheYard()).containsExactly(LEIF);
        await().untilAsserted(() -> assertThat(broughtIn()).isEqualTo(before + 1));
    }

    private int broughtIn() {
        return (int)
                log.find(new AuditQuery(null, null, AuditKind.DATA, null, null, null), Long.MAX_VALUE, 1_000).stream()
                        .filter(record -> "imported".equals(record.outcome()))
                        .filter(record ->
                                GroupApprovers.label(YARD).equals(record.facts().get("group"))
                                        && ("{approvers=" + LEIF + "}")
                                                .equals(record.facts().get("after")))
                        .count();
    }

    @Test
    void nobody_else_proposes_agrees_or_looks() {
        for (String who : new String[] {"anna", "bo"}) {
            var actor = people.actor(who);
            assertThatThrownBy(() -> approvers.propose(actor, YARD, Set.of(KARIN)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> second.agree(actor, UUID.randomUUID())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> second.drop(actor, UUID.randomUUID())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> second.waiting(actor.person())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> approvers.all(actor.person())).isInstanceOf(AccessDeniedException.class);
        }
    }

    private UUID waiting() {
        return second.waiting(people.person("sara"), GroupApprovers.KIND, YARD)
                .orElseThrow()
                .id();
    }

    private SortedSet<String> ofTheYard() {
        return approvers.all(people.person("sara")).getOrDefault(YARD, new TreeSet<>());
    }
}
