package se.handtag.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_MACBOOK;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.NO_DEVICE;
import static se.handtag.PortalDevices.TEAMS;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.policy.Decision;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;

@PortalTest
class LostReportsTest {
    @Autowired
    LostReports lost;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Test
    void reporting_a_phone_lost_locks_it() {
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.Locking.class);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
        mdm.tick();
        assertThat(mdm.device(ANNAS_IPHONE).path("locked").asBoolean()).isTrue();
        assertThat(lost.open()).extracting(LostReport::device).containsExactly(ANNAS_IPHONE);
    }

    @Test
    void the_report_stands_and_the_lock_waits_when_the_mdm_is_away() {
        desk.asks("anna", TEAMS, ANNAS_MACBOOK);
        mdm.fault("error", "GET", "");
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.Locking.class);
        mdm.noFaults();
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("lockdevice"));
    }

    @Test
    void a_lost_phone_keeps_its_passcode_and_gets_no_apps() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(denied("anna", new Action.ClearPasscode()).ruleIds()).containsExactly("lost-keeps-its-passcode");
        assertThat(denied("sara", new Action.ClearPasscode()).ruleIds()).containsExactly("lost-keeps-its-passcode");
        assertThat(denied("anna", TEAMS).ruleIds()).containsExactly("lost-gets-no-apps");
    }

    private Decision denied(String username, Action action) {
        Asked asked = desk.asks(username, action, ANNAS_IPHONE);
        assertThat(asked).isInstanceOf(Asked.Denied.class);
        return ((Asked.Denied) asked).decision();
    }

    @Test
    void who_reported_it_cannot_lift_the_report_but_it_can() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        for (String username : new String[] {"anna", "bo", "per-olof"}) {
            assertThatThrownBy(() -> lost.found(people.actor(username), ANNAS_IPHONE))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(lost.about(ANNAS_IPHONE)).isPresent();
        assertThat(lost.found(people.actor("sara"), ANNAS_IPHONE)).isTrue();
        assertThat(lost.about(ANNAS_IPHONE)).isEmpty();
        assertThat(desk.asks("anna", new Action.ClearPasscode(), ANNAS_IPHONE)).isInstanceOf(Asked.Waiting.class);
    }

    @Test
    void of_it_too_nobody_lifts_their_own_report() {
        lost.report(people.actor("sara"), ANNAS_IPHONE);
        assertThatThrownBy(() -> lost.found(people.actor("sara"), ANNAS_IPHONE))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(lost.found(people.actor("maja"), ANNAS_IPHONE)).isTrue();
    }

    @Test
    void a_mac_is_reported_lost_though_it_cannot_be_locked() {
        assertThat(lost.report(people.actor("anna"), ANNAS_MACBOOK)).isInstanceOf(Reported.NoLock.class);
        assertThat(lost.about(ANNAS_MACBOOK)).isPresent();
        assertThat(mdm.received(ANNAS_MACBOOK)).isEmpty();
    }

    @Test
    void a_second_report_changes_nothing() {
        lost.report(people.actor("anna"), ANNAS_IPHONE);
        assertThat(lost.report(people.actor("anna"), ANNAS_IPHONE)).isInstanceOf(Reported.ReportedBefore.class);
        assertThat(lost.open()).hasSize(1);
    }

    @Test
    void anothers_phone_is_as_unknown_as_one_that_does_not_exist() {
        assertThat(lost.report(people.actor("anna"), BOS_IPHONE)).isEqualTo(new Reported.NoSuchDevice());
        assertThat(lost.report(people.actor("anna"), NO_DEVICE)).isEqualTo(new Reported.NoSuchDevice());
    }
}
