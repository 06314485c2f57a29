package se.handtag.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;

import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;

/** The help desk acts for somebody who called. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpDeskVisitsTest {
    @Autowired
    AuditLog log;

    @Autowired
    private HelpDeskVisits visits;

    @Autowired
    private LostReports lost;

    @Autowired
    private SamplePeople people;

    @Autowired
    private Desk desk;

    @Autowired
    private PortalMdm mdm;

    @Test
    void acts_under_a_ticket_that_stands_in_every_record() {
        var maja = people.actor("maja");
        assertThat(visits.open(maja, "INC-4711", "nobody@fjallrav.example")).isEmpty();
        assertThat(log.find(AuditQuery.EVERYTHING, Long.MAX_VALUE, 1))
                .extracting(AuditRecord::action, AuditRecord::outcome)
                .containsExactly(tuple("open-person", "not one person"));
        var visit = visits.open(maja, "INC-4711", annasAddress()).orElseThrow();
        assertThat(visit.person().name()).isEqualTo(people.person("anna").name());
        assertThat(visits.ask(maja, visit, ANNAS_IPHONE, new Action.Lock())).isInstanceOf(Asked.OnItsWay.class);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
        await().untilAsserted(() -> assertThat(desk.records(ANNAS_IPHONE, AuditKind.LOOK))
                .extracting(AuditRecord::outcome)
                .containsSequence("shown", "lock"));
        assertThat(desk.records(ANNAS_IPHONE, AuditKind.LOOK).getLast().facts()).containsEntry("ticket", "INC-4711");
    }

    @Test
    void the_rules_know_the_ticket() {
        var maja = people.actor("maja");
        assertThat(desk.asks("maja", new Action.Refresh(), ANNAS_IPHONE))
                .as("without one")
                .isInstanceOfSatisfying(
                        Asked.Denied.class,
                        denied -> assertThat(denied.decision().ruleIds()).containsExactly("help-desk-needs-ticket"));
        var visit = visits.open(maja, "INC-4711", annasAddress()).orElseThrow();
        var asked = (Asked.OnItsWay) visits.ask(maja, visit, ANNAS_IPHONE, new Action.Refresh());
        await("decided again under the ticket")
                .untilAsserted(() ->
                        assertThat(desk.story(desk.commandOf(asked.request()))).contains("OUTCOME ACCEPTED"));
        assertThat(desk.facts(asked.request().value()))
                .first()
                .satisfies(facts -> assertThat(facts).containsEntry("ticket", "INC-4711"));
    }

    @Test
    void a_visit_opens_no_others_device_and_nothing_without_a_ticket() {
        var maja = people.actor("maja");
        var visit = visits.open(maja, "INC-4711", annasAddress()).orElseThrow();
        assertThatThrownBy(() -> visits.ask(maja, visit, BOS_IPHONE, new Action.Lock()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> visits.open(maja, " ", annasAddress())).isInstanceOf(IllegalArgumentException.class);
        for (String username : new String[] {"bo", "per-olof"}) {
            assertThatThrownBy(() -> visits.open(people.actor(username), "INC-4711", annasAddress()))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> visits.reportLost(people.actor(username), visit, ANNAS_IPHONE))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(mdm.received(ANNAS_IPHONE)).isEmpty();
    }

    @Test
    void reports_a_phone_lost_for_whoever_called() {
        var maja = people.actor("maja");
        var visit = visits.open(maja, "INC-4712", annasAddress()).orElseThrow();
        assertThat(visits.reportLost(maja, visit, ANNAS_IPHONE)).isInstanceOf(Reported.Locking.class);
        assertThat(lost.about(ANNAS_IPHONE)).isPresent();
    }

    @Test
    void opens_nobody_when_not_exactly_one_person_fits() {
        assertThat(visits.open(people.actor("maja"), "INC-4711", "nobody@nowhere.example"))
                .isEmpty();
        assertThat(visits.open(people.actor("maja"), "INC-4711", "linnea.sjogren@fjallrav.example"))
                .isEmpty();
    }

    private String annasAddress() {
        return Objects.requireNonNull(people.person("anna").directory().email());
    }
}
