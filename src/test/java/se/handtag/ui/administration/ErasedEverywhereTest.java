package se.handtag.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_MACBOOK;
import static se.handtag.PortalDevices.BOS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.PortalClock;
import se.handtag.PortalDevices;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.Erasure;
import se.handtag.audit.NamedPeople;
import se.handtag.commands.Command;
import se.handtag.commands.CommandState;
import se.handtag.commands.Commands;
import se.handtag.commands.Holds;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.Actor;
import se.handtag.identity.NamesKept.Place;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.UserChange;
import se.handtag.policy.Action;
import se.handtag.policy.Rulebook;
import se.handtag.policy.Subject;
import se.handtag.recovery.ColleagueReports;
import se.handtag.recovery.IntranetLink;
import se.handtag.recovery.IntranetLinks;
import se.handtag.recovery.LostEndings;
import se.handtag.recovery.LostReport;
import se.handtag.recovery.LostReports;
import se.handtag.requests.Approvals;
import se.handtag.requests.Asked;
import se.handtag.requests.Delegations;
import se.handtag.requests.Departures;
import se.handtag.requests.Desk;
import se.handtag.requests.NameErasure;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Languages;

/** Bo asked, decided, lost, was told, led others and was of IT; then he is erased. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasedEverywhereTest extends SpringBrowserlessTest {
    private static final String BO = "Bo Lind";
    private static final String ADDRESS = "bo.lind@fjallrav.example";
    private static final String WROTE = "bo-wrote-";
    private static final String SOMEONE = "someone (name erased)";

    /** Where something of him may stay, and why. */
    private static final Set<String> EXCEPT = Set.of(
            // That he has left counts for as long as anything could be sent to him to decide.
            "requests.departed.address",
            // Nobody is erased before IT has taken them off that list: see below.
            "requests.approver.address");

    @Autowired
    NameErasure erasure;

    @Autowired
    Erasure beside;

    @Autowired
    NamedPeople named;

    @Autowired
    SamplePeople people;

    @Autowired
    Desk desk;

    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Commands commands;

    @Autowired
    Holds holds;

    @Autowired
    LostReports lost;

    @Autowired
    LostEndings endings;

    @Autowired
    ColleagueReports colleagues;

    @Autowired
    IntranetLinks links;

    @Autowired
    Delegations delegations;

    @Autowired
    Departures departures;

    @Autowired
    Rulebook rules;

    @Autowired
    MdmUsers users;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PortalClock clock;

    /** Neither the log nor who has signed in starts anew with a test: others had accounts of his that nobody can tell to be his. */
    @BeforeEach
    void nobodyElseIsCalledSo() {
        database.sql("delete from audit.personal where value = 'Bo Lind'").update();
        database.sql("update identity.person set name = 'Bosse' where name = 'Bo Lind'")
                .update();
    }

    @Test
    void nothing_names_who_was_erased_and_every_page_that_did_opens_and_says_so() {
        Story story = live();
        assertThat(places())
                .containsKeys(
                        "identity.person.name",
                        "requests.request.by_name",
                        "requests.request.reason",
                        "requests.request.payload",
                        "requests.request.snapshot",
                        "requests.decision.by_name",
                        "requests.decision.comment",
                        "requests.delegation.from_name",
                        "requests.delegation.to_name",
                        "commands.command.by_name",
                        "commands.command.payload",
                        "commands.step.detail",
                        "commands.release.name",
                        "recovery.lost_report.by_name",
                        "recovery.colleague_report.whom",
                        "recovery.intranet_link.created_by",
                        "recovery.intranet_link.audience",
                        "notifications.message.about",
                        "notifications.message.comment",
                        "notifications.mail.text",
                        "policy.draft.changed_by_name",
                        "policy.decided.person_name",
                        "identity.person.manager");
        departures.left(people.actor("sara"), ADDRESS);
        await().untilAsserted(() -> assertThat(atWork()).containsOnlyKeys("approvers"));

        erase();

        var left = places();
        left.keySet().removeAll(EXCEPT);
        assertThat(left).isEmpty();
        var record = log.find(new AuditQuery(null, null, AuditKind.LOG, null, null, null), Long.MAX_VALUE, 1)
                .getFirst();
        assertThat(record.facts())
                .containsKeys(
                        "identity.accounts",
                        "requests.requests",
                        "requests.decisions",
                        "commands.commands",
                        "notifications.messages",
                        "recovery.lost-reports",
                        "policy.decided");
        String annas = "request/" + story.annas();
        assertThat(read("anna", annas)).contains(SOMEONE, "(text erased)");
        assertThat(read("anna", "messages")).contains(SOMEONE, "“(text erased)”");
        assertThat(read("sara", "request/" + story.own())).contains(SOMEONE, "(text erased)");
        for (String path : List.of("requests", "touched", "device/" + ANNAS_IPHONE, "device/" + ANNAS_MACBOOK)) {
            assertThat(read("anna", path)).isNotEmpty();
        }
        assertThat(read("sara", "links")).contains(SOMEONE);
        for (String path : List.of(
                "lost-now",
                "approvals",
                "approvals/stand-ins",
                "unknown",
                "held",
                "rules",
                "audit",
                "sessions",
                "numbers",
                "messages",
                "device/" + BOS_IPHONE)) {
            assertThat(read("sara", path)).isNotEmpty();
        }
        UI.getCurrent().setLocale(Languages.SWEDISH);
        assertThat(UI.getCurrent().getTranslation("words.ladder.approved", se.handtag.Erased.NAME))
                .contains("någon (namnet raderat)");
    }

    @Test
    void who_comes_back_has_a_name_again_and_what_was_erased_stays_so() {
        RequestId before = desk.asksAndWaits("bo", new Action.ClearPasscode(), BOS_IPHONE);
        requests.withdraw(people.actor("bo"), before);
        erase();
        assertThat(name(before)).doesNotContain(BO);
        RequestId after = desk.asksAndWaits("bo", new Action.ClearPasscode(), BOS_IPHONE);
        assertThat(name(after)).isEqualTo(BO);
        assertThat(name(before)).doesNotContain(BO);
    }

    @Test
    void what_is_at_work_keeps_its_names_and_says_how_many_there_are() {
        desk.asksAndWaits("bo", new Action.ClearPasscode(), BOS_IPHONE);
        RequestId annas = desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        database.sql("update requests.request set reason = 'says Bo Lind' where id = :id")
                .param("id", annas.value())
                .update();
        delegations.delegate(
                people.actor("bo"),
                "anna.akesson@fjallrav.example",
                clock.instant(),
                clock.instant().plus(Duration.ofDays(1)),
                Set.of());
        links.create(
                people.actor("sara"),
                IntranetLink.Purpose.LOST,
                "Reception",
                List.of(ADDRESS),
                null,
                null,
                clock.instant().plus(Duration.ofDays(1)));
        assertThat(atWork())
                .containsEntry("requests", 2)
                .containsEntry("stand-ins", 1)
                .containsEntry("links", 1)
                .containsEntry("approvers", 1);
        String key = key();
        assertThat(erasure.possible(key)).isFalse();
        people.signIn("sara");
        erase();
        assertThat(places())
                .containsKeys("requests.request.by_name", "requests.request.reason", "requests.delegation.from_name");
    }

    /** What was put there without its records, and what was erased beside the record of a link: its number. */
    @AfterEach
    void leaveNothing() {
        database.sql("delete from commands.release").update();
        database.sql("delete from commands.step where note = 'settled'").update();
        database.sql("delete from recovery.intranet_link").update();
    }

    private record Story(RequestId own, RequestId annas) {}

    private Story live() {
        people.person("anna");
        Actor bo = people.actor("bo");
        Asked asked = requests.ask(bo, BOS_IPHONE, new Action.Message(WROTE + "message"), WROTE + "reason");
        RequestId own = ((Asked.OnItsWay) asked).request();
        RequestId annas = ((Asked.Waiting)
                        requests.ask(people.actor("anna"), ANNAS_IPHONE, new Action.ClearPasscode(), "ask Bo Lind"))
                .request();
        approvals.approve(bo, annas, WROTE + "comment");
        Command wipe = desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_MACBOOK, "bo");
        await().until(() -> state(wipe) == CommandState.HELD);
        holds.callOff(bo, wipe.id());
        database.sql("insert into commands.release (command, person, name, at, marks)"
                        + " values (:command, :person, :name, now(), array['address/' || :address])")
                .param("command", wipe.id().value())
                .param("person", bo.person().id().value())
                .param("name", BO)
                .param("address", ADDRESS)
                .update();
        database.sql("insert into commands.step (command, at, state, note, detail)"
                        + " values (:command, now(), 'CANCELLED', 'settled', 'Bo Lind: bo-wrote-why')")
                .param("command", wipe.id().value())
                .update();
        Subject him = new Subject.OfUser(users.find(PortalDevices.BO).orElseThrow());
        requests.ask(people.actor("sara"), him, new Action.ChangeUser(new UserChange().email(ADDRESS)), "as he wishes");
        lost.report(bo, BOS_IPHONE);
        endings.end(people.actor("sara"), BOS_IPHONE, LostReport.Ending.FOUND);
        colleagues.report(people.actor("anna"), BO, null);
        colleagues.report(people.actor("anna"), ADDRESS, null);
        delegations.delegate(
                bo,
                "anna.akesson@fjallrav.example",
                clock.instant(),
                clock.instant().plus(Duration.ofDays(1)),
                Set.of());
        people.person("eva");
        delegations.delegate(
                people.actor("eva"), ADDRESS, clock.instant(), clock.instant().plus(Duration.ofDays(1)), Set.of());
        Actor ofIt = people.actor("bo", Role.IT, Role.EMPLOYEE);
        IntranetLink link = links.create(
                ofIt,
                IntranetLink.Purpose.LOST,
                "For Bo Lind",
                List.of(ADDRESS),
                null,
                null,
                clock.instant().plus(Duration.ofDays(1)));
        links.revoke(ofIt, link.id());
        rules.discard(
                ofIt,
                rules.begin(ofIt.person(), rules.inForce(ofIt.person()).number())
                        .id());
        database.sql(
                        "insert into notifications.mail (id, address, language, subject, text, link, at, sent_at)"
                                + " values (gen_random_uuid(), :address, 'sv', 'Hej', 'Hej Bo Lind!', 'messages', now(), now())")
                .param("address", ADDRESS)
                .update();
        await().untilAsserted(() -> assertThat(atWork()).doesNotContainKeys("commands", "lost-reports", "requests"));
        return new Story(own, annas);
    }

    private CommandState state(Command command) {
        return commands.find(command.id()).orElseThrow().state();
    }

    private String name(RequestId id) {
        return database.sql("select by_name from requests.request where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private String key() {
        return erasure.find(people.actor("sara"), "bo.lind@").getFirst().key();
    }

    private TreeMap<String, Integer> atWork() {
        TreeMap<String, Integer> atWork = new TreeMap<>();
        for (Place place :
                erasure.look(people.actor("sara"), key()).orElseThrow().atWork()) {
            atWork.put(place.kind(), place.atWork());
        }
        return atWork;
    }

    /** As when a second person has agreed; in the sample company he is still a user of the MDM, and approves for a group. */
    private void erase() {
        String key = key();
        transaction.executeWithoutResult(_ -> beside.erase(named.named(key).orElseThrow()));
    }

    private String read(String who, String path) {
        cleanVaadinEnvironment();
        people.signIn(who);
        initVaadinEnvironment();
        UI.getCurrent().setLocale(Languages.ENGLISH);
        UI.getCurrent().navigate(path);
        roundTrip();
        String text = $(Main.class).single().getElement().getTextRecursively();
        assertThat(text).as("%s of %s", path, who).doesNotContain("⟨", WROTE);
        return text;
    }

    /** Every column of every table that holds his name, address or texts; but for what the MDM says, which is not the portal's. */
    private TreeMap<String, String> places() {
        TreeMap<String, String> found = new TreeMap<>();
        var columns = database.sql("""
                        select table_schema || '.' || table_name as owner, column_name, data_type from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where table_type = 'BASE TABLE' and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'bytea')
                           and table_schema not in ('pg_catalog', 'information_schema', 'devices', 'trial_mdm')
                        """)
                .query((row, _) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .list();
        assertThat(columns).hasSizeGreaterThan(150);
        for (String[] column : columns) {
            String text = column[2].equals("bytea") ? "encode(" + column[1] + ", 'escape')" : column[1] + "::text";
            database.sql("select t::text from " + column[0] + " t" + " where " + text + " ~* :his limit 1")
                    .param(
                            "his",
                            "(?<![[:alnum:]])(Bo Lind|bo\\.lind@fjallrav\\.example|" + WROTE + ")(?![[:alpha:]])" + "|"
                                    + WROTE)
                    .query(String.class)
                    .optional()
                    .ifPresent(value -> found.put(column[0] + "." + column[1], value));
        }
        return found;
    }
}
