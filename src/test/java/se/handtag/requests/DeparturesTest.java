package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.PortalTest;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;

/** Whoever says that somebody has left moves what waited for them, and gets no say in it. */
@PortalTest
class DeparturesTest {
    private static final Action CLEAR = new Action.ClearPasscode();

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Departures departures;

    @Autowired
    Desk desk;

    @Autowired
    SamplePeople people;

    @Test
    void who_says_that_somebody_left_does_not_decide_what_waited_for_them() {
        RequestId waited = desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE);
        Set<String> gone = everybodyLeaves(waited);
        assertThat(approve("sara", waited)).isEqualTo("NotYours");
        assertThat(approvals
                        .approve(people.otherAccount("sara", Role.EMPLOYEE, Role.IT), waited, null)
                        .getClass()
                        .getSimpleName())
                .as("with another account")
                .isEqualTo("NotYours");
        gone.forEach(address -> departures.back(people.actor("sara"), address));
        assertThat(approve("sara", waited)).as("after they came back").isEqualTo("NotYours");
        assertThat(approve("daniel", waited)).isEqualTo("Done");
    }

    @Test
    void nor_what_would_have_gone_to_them_later() {
        RequestId before = desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE);
        Set<String> gone = everybodyLeaves(before);
        requests.withdraw(people.actor("anna"), before);
        RequestId later = desk.asksAndWaits("anna", CLEAR, ANNAS_IPHONE);
        assertThat(approvals.waitingFor(people.person("sara"))).isEmpty();
        assertThat(approve("sara", later)).isEqualTo("NotYours");
        gone.forEach(address -> departures.back(people.actor("sara"), address));
        assertThat(approve("sara", later)).as("after they came back").isEqualTo("NotYours");
        assertThat(approve("daniel", later)).isEqualTo("Done");
    }

    @Test
    void what_has_nothing_to_do_with_them_is_decided_as_ever() {
        departures.left(people.actor("sara"), "bo.lind@fjallrav.example");
        RequestId other = desk.asksAndWaits("daniel", new Action.Wipe(), ANNAS_IPHONE);
        assertThat(approve("sara", other)).isEqualTo("Done");
    }

    @Test
    void nobody_says_of_themselves_that_they_are_back() {
        departures.left(people.actor("sara"), "daniel.haddad@fjallrav.example");
        assertThatThrownBy(() -> departures.back(people.actor("daniel"), "daniel.haddad@fjallrav.example"))
                .isInstanceOf(AccessDeniedException.class);
        departures.back(people.actor("sara"), "daniel.haddad@fjallrav.example");
        assertThat(departures.all()).isEmpty();
    }

    /** Sara says so of one after the other, until it waits for IT. */
    private Set<String> everybodyLeaves(RequestId request) {
        Set<String> gone = new TreeSet<>();
        while (!find(request).it()) {
            for (String address : find(request).approverAddresses()) {
                departures.left(people.actor("sara"), address);
                gone.add(address);
            }
        }
        return gone;
    }

    private String approve(String username, RequestId request) {
        return approvals
                .approve(people.actor(username), request, null)
                .getClass()
                .getSimpleName();
    }

    private Request find(RequestId request) {
        return requests.find(people.person("sara"), request).orElseThrow();
    }
}
