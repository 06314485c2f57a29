package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.TEAMS;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;

@PortalTest
class AskingTest {
    @Autowired
    Requests requests;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    @Test
    void an_app_that_needs_nobodys_yes_is_installed_at_once() {
        Asked asked = requests.ask(people.actor("anna"), ANNAS_IPHONE, TEAMS, null);
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        await().untilAsserted(() -> assertThat(mdm.received(ANNAS_IPHONE)).containsExactly("installapp"));
    }
}
