package se.handtag.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.PortalDevices;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.UserId;

/** Which MDM user a person is, and what is still known while the MDM is away. */
@PortalTest
class MatchingTest {
    @Autowired
    MdmUsers users;

    @Autowired
    Fleet fleet;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalMdm mdm;

    private Match match(String username) {
        return users.match(people.person(username));
    }

    private static UserId user(Match match) {
        assertThat(match).isInstanceOf(Match.One.class);
        return ((Match.One) match).user().value().id();
    }

    @Test
    void a_person_is_found_by_domain_and_account() {
        assertThat(user(match("anna"))).isEqualTo(PortalDevices.ANNA);
    }

    @Test
    void a_person_whose_name_and_address_have_changed_is_found_by_her_account() {
        assertThat(user(match("elsa.lundmark"))).isEqualTo(new UserId(35));
    }

    @Test
    void an_address_that_two_users_have_finds_neither() {
        assertThat(match("linnea")).isInstanceOf(Match.Several.class);
    }

    @Test
    void who_is_not_in_the_mdm_is_not_found() {
        assertThat(match("tomasz")).isInstanceOf(Match.None.class);
    }

    @Test
    void everybody_else_of_the_company_is_somebody() {
        for (String username : people.usernames()) {
            if (!username.equals("tomasz") && !username.equals("linnea")) {
                assertThat(match(username)).as(username).isInstanceOf(Match.One.class);
            }
        }
    }

    @Test
    void what_was_known_is_told_while_the_mdm_is_away_and_said_to_be_old() {
        var before = fleet.of(PortalDevices.ANNA);
        assertThat(before.fresh()).isTrue();
        user(match("anna"));
        mdm.fault("error", "GET", "");
        var after = fleet.of(PortalDevices.ANNA);
        assertThat(after.fresh()).isFalse();
        assertThat(after.value()).isEqualTo(before.value()).hasSize(3);
        assertThat(user(match("anna"))).isEqualTo(PortalDevices.ANNA);
        assertThat(match("bo")).isInstanceOf(Match.NotKnownNow.class);
    }
}
