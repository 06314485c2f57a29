package se.handtag.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.ANNAS_MACBOOK;
import static se.handtag.PortalDevices.ANNAS_TABLET;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.Erased;
import se.handtag.PortalMdm;
import se.handtag.PortalTest;
import se.handtag.audit.AuditEntry;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.audit.NamesNeeded.Hindrance;
import se.handtag.audit.Receipts;
import se.handtag.audit.Verification;
import se.handtag.audit.proof.Checked;
import se.handtag.audit.proof.FileCheck;
import se.handtag.audit.proof.LogKey;
import se.handtag.identity.SamplePeople;
import se.handtag.policy.Action;
import se.handtag.recovery.LostReports;
import se.handtag.requests.NameErasure.Outcome;
import se.handtag.requests.Proposal.Agreed;

/** One person's names go from beside the log, which stays whole. Tomasz is a consultant whom the MDM does not know. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class NameErasureTest {
    private static final String TOMASZ = "Tomasz Kowalczyk";
    private static final String ADDRESS = "tomasz.kowalczyk@konsult.example";

    @Autowired
    NameErasure erasure;

    @Autowired
    SecondPerson second;

    @Autowired
    Departures departures;

    @Autowired
    AuditLog log;

    @Autowired
    Receipts receipts;

    @Autowired
    LostReports lost;

    @Autowired
    Desk desk;

    @Autowired
    PortalMdm mdm;

    @Autowired
    SamplePeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoever_has_left_is_erased_once_by_two_of_it_and_every_receipt_still_verifies() throws IOException {
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).by(people.actor("tomasz")).fact("text", "what he looked for"));
        long his = last(AuditKind.LOOK).number();
        notes("he is away, says " + TOMASZ.toUpperCase(Locale.ROOT) + " <" + ADDRESS + ">");
        notes("Anna-" + TOMASZ + "ska is somebody else");
        departures.left(people.actor("sara"), ADDRESS);
        String before = receipts.of(his).orElseThrow();

        String key = keyOf("kowalczyk");
        var outlook = erasure.look(people.actor("sara"), key).orElseThrow();
        assertThat(outlook.against()).isEmpty();
        assertThat(outlook.whom().addresses()).contains(ADDRESS);
        assertThat(outlook.amount().records()).isGreaterThanOrEqualTo(3);
        assertThat(outlook.amount().texts()).isGreaterThanOrEqualTo(2);
        assertThat(outlook.amount().addresses()).isPositive();
        assertThat(erasure.propose(people.actor("sara"), key)).isEqualTo(Outcome.WAITS);
        UUID id = waiting(key);
        assertThat(second.agree(people.actor("sara"), id)).isEqualTo(Agreed.SAME_PERSON);
        assertThat(stillNamed(TOMASZ)).as("before the second person agrees").isNotEmpty();

        assertThat(second.agree(people.actor("daniel"), id)).isEqualTo(Agreed.DONE);
        assertThat(stillNamed(TOMASZ))
                .as("only somebody else's longer name")
                .isNotEmpty()
                .allMatch(value -> value.contains("Kowalczykska"));
        assertThat(stillNamed(ADDRESS)).isEmpty();
        assertThat(stillNamed("what he looked for")).isEmpty();
        assertThat(erasure.find(people.actor("sara"), "kowalczyk")).isEmpty();
        assertThat(last(AuditKind.LOG).outcome()).isEqualTo("erased");
        assertThat(last(AuditKind.LOG).subject()).isEqualTo(key);
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("approved");
        assertThat(last(AuditKind.DATA).actor()).isEqualTo("Daniel Haddad");
        assertThat(last(AuditKind.DATA).onBehalfOf()).isEqualTo("Sara Nyström");

        assertThat(log.verify(Verification.Progress.NONE)).isInstanceOf(Verification.Whole.class);
        assertThat(before).contains(TOMASZ);
        assertThat(check(before)).isInstanceOf(Checked.Proved.class);
        String after = receipts.of(his).orElseThrow();
        assertThat(after).doesNotContain(TOMASZ);
        assertThat(check(after)).isInstanceOf(Checked.Proved.class);

        assertThat(second.agree(people.actor("mehmet.yilmaz"), id)).isEqualTo(Agreed.GONE);
        assertThat(erasure.propose(people.actor("sara"), key)).isEqualTo(Outcome.GONE);
    }

    @Test
    void whoever_only_the_mdm_knew_is_found_by_the_log_and_erased() {
        log.appendAlone(AuditEntry.of(AuditKind.LOOK)
                .by(people.actor("sara"))
                .onBehalfOf("user/98765", "Gösta Borta")
                .subject("user/98765", "Gösta Borta"));
        log.appendAlone(
                AuditEntry.of(AuditKind.OUTCOME).affecting("user/98765").device(UUID.randomUUID(), "iPad …G0ST"));
        assertThat(keyOf("gösta b")).isEqualTo("user/98765");
        asksAbout("user/98765", "gosta@fjallrav.example");
        assertThat(erasure.propose(people.actor("sara"), "user/98765")).isEqualTo(Outcome.WAITS);
        assertThat(second.agree(people.actor("daniel"), waiting("user/98765"))).isEqualTo(Agreed.DONE);
        assertThat(stillNamed("Gösta Borta")).isEmpty();
        assertThat(stillNamed("iPad …G0ST"))
                .as("what others sent to their device")
                .isEmpty();
        assertThat(database.sql(
                                "select line::text || snapshot::text from requests.request where subject = 'user/98765'")
                        .query(String.class)
                        .single())
                .doesNotContain("Gösta", "gosta@fjallrav.example");
        assertThat(erasure.propose(people.actor("sara"), "user/98765")).isEqualTo(Outcome.GONE);
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).by(people.actor("sara")).subject("user/98765", Erased.NAME));
        assertThat(erasure.propose(people.actor("sara"), "user/98765"))
                .as("the word for an erased name names nobody")
                .isEqualTo(Outcome.GONE);
    }

    @Test
    void what_is_asked_for_while_somebody_agrees_is_not_left_half_named() {
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).by(people.actor("sara")).onBehalfOf("user/98764", "Greta Borta"));
        asksAbout("user/98764", "greta@fjallrav.example");
        database.sql("update requests.request set state = 'WAITING' where subject = 'user/98764'")
                .update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> erasure.set("user/98764", "", Collections.emptySortedMap())))
                .isInstanceOf(Guarded.Hindered.class);
        assertThat(stillNamed("Greta Borta")).isNotEmpty();
    }

    /** Something that has ended, and whose line went by that address. */
    private void asksAbout(String user, String address) {
        desk.orders("sara", new Action.Refresh(), ANNAS_IPHONE);
        database.sql("""
                        insert into requests.request
                        select (jsonb_populate_record(asked, jsonb_build_object('id', gen_random_uuid(), 'subject', :user::text,
                            'line', jsonb_build_array(:address::text), 'snapshot', jsonb_build_object('user',
                                jsonb_build_object('name', 'Gösta Borta', 'email', :address::text))))).*
                          from requests.request as asked limit 1
                        """).param("user", user).param("address", address).update();
    }

    @Test
    void whoever_works_here_or_has_something_open_keeps_their_names_and_that_it_was_denied_is_on_record() {
        String anna = annasKey();
        assertThat(against(anna)).containsExactlyInAnyOrder(Hindrance.EMPLOYED, Hindrance.IN_THE_MDM);
        desk.asksAndWaits("anna", new Action.ClearPasscode(), ANNAS_IPHONE);
        assertThat(against(anna)).contains(Hindrance.OPEN_REQUEST).doesNotContain(Hindrance.OPEN_COMMAND);
        desk.ordersWithApproval("anna", new Action.Wipe(), ANNAS_MACBOOK, "bo");
        assertThat(against(anna)).contains(Hindrance.OPEN_COMMAND).doesNotContain(Hindrance.LOST_REPORT);
        lost.report(people.actor("anna"), ANNAS_TABLET);
        assertThat(against(anna)).contains(Hindrance.LOST_REPORT);

        assertThat(erasure.propose(people.actor("sara"), anna)).isEqualTo(Outcome.NOT_NOW);
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("denied");
        assertThat(last(AuditKind.DATA).facts().get("against")).contains("EMPLOYED", "LOST_REPORT");
        assertThat(second.waiting(people.person("sara"), NameErasure.KIND, anna))
                .isEmpty();
    }

    @Test
    void while_the_mdm_cannot_say_whether_they_are_its_user_nothing_is_erased() {
        String anna = annasKey();
        mdm.fault("error", "GET", "/api/users");
        assertThat(against(anna)).contains(Hindrance.MDM_AWAY).doesNotContain(Hindrance.IN_THE_MDM);
    }

    @Test
    void what_speaks_against_it_later_keeps_the_second_person_from_agreeing() {
        people.actor("tomasz");
        log.appendAlone(AuditEntry.of(AuditKind.SIGN_IN).by(people.actor("tomasz")));
        departures.left(people.actor("sara"), ADDRESS);
        String key = keyOf("kowalczyk");
        erasure.propose(people.actor("sara"), key);
        departures.back(people.actor("sara"), ADDRESS);
        assertThat(second.agree(people.actor("daniel"), waiting(key))).isEqualTo(Agreed.NOT_NOW);
        assertThat(last(AuditKind.DATA).outcome()).isEqualTo("denied");
        assertThat(stillNamed(TOMASZ)).isNotEmpty();
        departures.left(people.actor("sara"), ADDRESS);
        assertThat(second.agree(people.actor("daniel"), waiting(key))).isEqualTo(Agreed.DONE);
    }

    @Test
    void nobody_else_searches_looks_or_proposes() {
        String anna = annasKey();
        for (String who : new String[] {"anna", "maja", "per-olof"}) {
            var actor = people.actor(who);
            assertThatThrownBy(() -> erasure.find(actor, "anna")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> erasure.look(actor, anna)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> erasure.outlook(actor.person(), anna)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> erasure.propose(actor, anna)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private void notes(String text) {
        log.appendAlone(AuditEntry.of(AuditKind.LOOK).by(people.actor("bo")).fact("text", text));
    }

    private String annasKey() {
        log.appendAlone(AuditEntry.of(AuditKind.SIGN_IN).by(people.actor("anna")));
        return keyOf("anna.akesson@");
    }

    private String keyOf(String text) {
        var found = erasure.find(people.actor("sara"), text);
        assertThat(found).hasSize(1);
        return found.getFirst().key();
    }

    private Set<Hindrance> against(String key) {
        return erasure.look(people.actor("sara"), key).orElseThrow().against();
    }

    private UUID waiting(String key) {
        return second.waiting(people.person("sara"), NameErasure.KIND, key)
                .orElseThrow()
                .id();
    }

    private List<String> stillNamed(String text) {
        return database.sql("""
                        select r.body || ' ' || p.name || ' ' || p.value
                          from audit.personal p join audit.record r on r.id = p.record
                         where position(lower(:text) in lower(p.value)) > 0
                        """)
                .param("text", text)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private Checked check(String receipt) throws IOException {
        var keys = receipts.publicKeys().stream().map(LogKey::parse).toList();
        return new FileCheck(keys).check(new BufferedReader(new StringReader(receipt)), _ -> {});
    }

    private AuditRecord last(AuditKind kind) {
        return log.find(new AuditQuery(null, null, kind, null, null, null), Long.MAX_VALUE, 1)
                .getFirst();
    }
}
