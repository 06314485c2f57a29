package se.handtag.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNA;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.devices.MdmUsers;
import se.handtag.grants.Grants;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.TagId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.requests.Approvals;
import se.handtag.requests.Asked;
import se.handtag.requests.Delegations;
import se.handtag.requests.GroupApprovers;

/** A state that was changed beside the log shows, and so does a record that is left without its state. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatesAndRecordsTest {
    private static final Action ABROAD = new Action.PutUserTag(new TagId(4), "Utomlands");

    @Autowired
    Delegations delegations;

    @Autowired
    GroupApprovers approvers;

    @Autowired
    Grants grants;

    @Autowired
    Approvals approvals;

    @Autowired
    MdmUsers users;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private long floor;

    @BeforeEach
    void something_of_each_kind_is_there() {
        floor = StatesAndRecords.newest(database);
        var now = clock.instant();
        delegations.delegate(
                people.actor("bo"), "karin.ostlund@fjallrav.example", now, now.plus(Duration.ofDays(3)), Set.of());
        approvers.propose(people.actor("sara"), "Fjällräv Logistik/Åkeri", Set.of());
        var anna = new Subject.OfUser(users.find(ANNA).orElseThrow());
        var asked = (Asked.Waiting) grants.ask(people.actor("anna"), anna, ABROAD, "Norge", 14);
        approvals.approve(people.actor("bo"), asked.request(), null);
        await().until(() -> !grants.running(anna).isEmpty());
        people.gone(people.session("johan.oberg"));
    }

    @Test
    void nothing_shows_as_long_as_nobody_changes_anything_beside_the_log() {
        assertThat(states().differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update catalogue.app set offered = not offered where app_id = 2   | an app is offered
                    delete from catalogue.app where app_id = 2                        | an app is offered
                    update catalogue.configuration set longest_days = 400             | a configuration is
                    delete from catalogue.configuration where tag = 10                | a configuration is
                    insert into requests.approver values ('Fjällräv Logistik', 'x@y') | approvers are those
                    delete from requests.approver where address like 'leif%'          | approvers are those
                    delete from requests.proposal                                     | waits for a second person
                    update requests.proposal set id = gen_random_uuid()               | waits for a second person
                    update requests.proposal set after = '{"approvers": "x@y"}'       | waits for a second person
                    update requests.delegation set ended_at = now()                   | each stand-in
                    delete from requests.delegation                                   | each stand-in
                    update grants.time set state = 'ENDED'                            | given for a time is
                    update grants.time set ends_at = null                             | given for a time is
                    delete from grants.time                                           | given for a time is
                    insert into identity.sessions_end (everybody, at) values (true, now()) | each end of sessions
                    delete from identity.sessions_end                                 | each end of sessions
                    update requests.departed set back_at = now()                      | have left
                    """)
    void what_was_changed_beside_the_log_shows(String change, String shows) {
        transaction.executeWithoutResult(status -> {
            assertThat(database.sql(change).update()).isPositive();
            assertThat(states().differences())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found).contains(shows));
            status.setRollbackOnly();
        });
    }

    private StatesAndRecords states() {
        return new StatesAndRecords(database, floor);
    }
}
