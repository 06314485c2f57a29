package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BO;
import static se.handtag.PortalDevices.BOS_IPHONE;
import static se.handtag.PortalDevices.JOURNAL;
import static se.handtag.PortalDevices.LOVISAS_IPHONE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalState;
import se.handtag.PortalTest;
import se.handtag.devices.MdmUser;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;

@PortalTest
class TeamTest {
    @Autowired
    Team team;

    @Autowired
    Requests requests;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalState portal;

    @BeforeEach
    void annaHasSaidWhoLeadsHer() {
        portal.holdSending();
        people.person("anna");
    }

    @Test
    void a_manager_sees_who_named_them() {
        assertThat(team.leads(people.person("bo"))).isTrue();
        assertThat(team.of(people.person("bo"))).extracting(MdmUser::name).contains("Anna Åkesson");
        assertThat(team.leads(people.person("per-olof"))).isFalse();
    }

    @Test
    void what_a_manager_asks_on_behalf_of_somebody_they_see_among_their_own() {
        var asked = team.ask(people.actor("bo"), ANNA, ANNAS_IPHONE, JOURNAL, "For the new routes");
        assertThat(asked).isInstanceOf(Asked.OnItsWay.class);
        assertThat(requests.of(people.person("anna"))).singleElement().satisfies(request -> {
            assertThat(request.byName()).isEqualTo("Bo Lind");
            assertThat(request.forUser()).isEqualTo(ANNA);
            assertThat(requests.find(people.person("anna"), request.id())).isPresent();
        });
    }

    @Test
    void a_manager_asks_for_nothing_that_opens_or_erases_a_member_s_device() {
        assertThat(team.ask(people.actor("bo"), ANNA, ANNAS_IPHONE, new Action.Wipe(), "because"))
                .isInstanceOf(Asked.Denied.class);
        assertThat(team.ask(people.actor("bo"), ANNA, ANNAS_IPHONE, new Action.ClearPasscode(), "because"))
                .isInstanceOf(Asked.Denied.class);
    }

    @Test
    void nobody_asks_on_behalf_of_whom_they_do_not_lead() {
        for (String username : new String[] {"anna", "johan.oberg", "per-olof", "leif.hagglund"}) {
            assertThat(team.ask(people.actor(username), BO, BOS_IPHONE, JOURNAL, "because"))
                    .as(username)
                    .isEqualTo(new Asked.NoSuchDevice());
        }
        assertThat(team.ask(people.actor("bo"), ANNA, LOVISAS_IPHONE, JOURNAL, "because"))
                .as("another's device under a member's name")
                .isEqualTo(new Asked.NoSuchDevice());
        assertThat(team.member(people.person("bo"), "lovisa.ekdahl@fjallrav.example"))
                .isEmpty();
    }

    @Test
    void the_approver_of_a_group_finds_its_people_by_address() {
        assertThat(team.member(people.person("jasmina.hodzic"), "wiktoria.nowak@fjallrav.example"))
                .isPresent();
    }
}
