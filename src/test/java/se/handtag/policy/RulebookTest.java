package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BOS_IPHONE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.audit.AuditKind;
import se.handtag.audit.AuditLog;
import se.handtag.audit.AuditQuery;
import se.handtag.audit.AuditRecord;
import se.handtag.identity.Actor;
import se.handtag.identity.Role;
import se.handtag.identity.SamplePeople;
import se.handtag.requests.Asked;
import se.handtag.requests.Desk;

/** From a draft to rules that are in force. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulebookTest {
    private static final String STRICTER = """

            - id: no-locks-today
              effect: deny
              actions: [lock]
              when: actor.is_owner
              because: {en: Not today., sv: Inte i dag.}
            """;

    @Autowired
    Rulebook book;

    @Autowired
    RulesInForce inForce;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleVersions ruleVersions;

    @Autowired
    JdbcClient database;

    @Autowired
    Replays replays;

    @Autowired
    SamplePeople people;

    @Autowired
    Desk desk;

    @Autowired
    AuditLog log;

    @Autowired
    PortalClock clock;

    private RuleDraft draft(String rules) {
        return draft(rules, "");
    }

    private RuleDraft draft(String rules, String tests) {
        var sara = people.person("sara");
        RuleDraft begun = book.begin(sara, book.inForce(sara).number());
        return book.save(sara, begun.id(), begun.hash(), rules, tests).orElseThrow();
    }

    private String shipped() {
        return book.versions(people.person("sara")).getLast().rules();
    }

    private String looser() {
        return shipped().replace("  when: device.lost\n", "  when: device.lost && owner.known\n");
    }

    private Publishing publish(String who, RuleDraft draft) {
        return book.publish(people.actor(who), draft.id(), draft.hash(), "because");
    }

    /** The numbers of who published a version and of the second person. */
    private String publishers(int version) {
        return database.sql("select concat_ws(' ', by_id, second_id) from policy.version where number = :number")
                .param("number", version)
                .query(String.class)
                .single();
    }

    private AuditRecord last() {
        return log.find(new AuditQuery(null, null, AuditKind.RULES, null, null, null), Long.MAX_VALUE, 1)
                .getFirst();
    }

    @Test
    void the_shipped_file_is_the_first_version() {
        RuleVersion first = book.inForce(people.person("sara"));
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.byName()).isNull();
        assertThat(first.rules()).isEqualTo(Rules.shippedText());
        assertThat(inForce.now().version()).isEqualTo("1-" + first.hash().substring(0, 12));
    }

    @Test
    void a_stricter_draft_counts_as_soon_as_it_is_published_and_decisions_name_it() {
        desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
        Publishing published = publish("sara", draft(shipped() + STRICTER));
        assertThat(published).isInstanceOf(Publishing.Published.class);
        Asked asked = desk.asks("anna", new Action.Lock(), ANNAS_IPHONE);
        assertThat(asked).isInstanceOf(Asked.Denied.class);
        Decision decision = ((Asked.Denied) asked).decision();
        assertThat(decision.ruleIds()).containsExactly("no-locks-today");
        assertThat(decision.version()).startsWith("2-");
        assertThat(last().outcome()).isEqualTo("allowed");
        assertThat(last().action()).isEqualTo("publish-rules");
        assertThat(last().facts())
                .containsEntry("rulesVersion", "2")
                .containsEntry("comment", "because")
                .doesNotContainKey("looser");
        assertThat(last().rules()).containsExactly("rules-by-it");
        assertThat(last().onBehalfOf()).isNull();
        RuleVersion version = book.inForce(people.person("sara"));
        assertThat(((Publishing.Published) published).version().number()).isEqualTo(version.number());
        assertThat(version.byName()).isEqualTo("Sara Nyström");
        assertThat(version.secondName()).isNull();
        assertThat(version.looser()).isFalse();
        assertThat(publishers(2)).isEqualTo(people.person("sara").id().toString());
        assertThat(book.versions(people.person("sara")))
                .extracting(RuleVersion::number)
                .containsExactly(2, 1);
        assertThat(book.drafts(people.person("sara"))).isEmpty();
    }

    @Test
    void a_looser_draft_waits_for_a_second_person_of_it() {
        RuleDraft draft = draft(looser());
        assertThat(publish("sara", draft)).isInstanceOf(Publishing.WaitsForSecond.class);
        assertThat(last().outcome()).isEqualTo("needs approval");
        assertThat(last().facts().get("looser")).contains("lost-keeps-its-passcode");
        assertThat(publish("sara", draft)).isEqualTo(new Publishing.SamePerson());
        assertThat(book.inForce(people.person("sara")).number()).isEqualTo(1);

        assertThat(book.publish(people.actor("daniel"), draft.id(), draft.hash(), "another word"))
                .isInstanceOf(Publishing.Published.class);
        assertThat(last().onBehalfOf()).isEqualTo("Sara Nyström");
        assertThat(last().rules()).containsExactly("looser-needs-second-person", "rules-by-it");
        assertThat(last().facts()).containsEntry("comment", "because");
        assertThat(last().facts().get("looser")).contains("lost-keeps-its-passcode");
        assertThat(publishers(2))
                .isEqualTo(people.person("sara").id() + " "
                        + people.person("daniel").id());
        RuleVersion version = book.inForce(people.person("sara"));
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.looser()).isTrue();
        assertThat(version.byName()).isEqualTo("Sara Nyström");
        assertThat(version.secondName()).isEqualTo("Daniel Haddad");
        assertThat(version.comment()).isEqualTo("because");
    }

    @Test
    void another_account_of_the_same_person_is_no_second_person() {
        RuleDraft draft = draft(looser());
        publish("sara", draft);
        Actor other = people.otherAccount("sara", Role.EMPLOYEE, Role.IT);
        assertThat(book.publish(other, draft.id(), draft.hash(), "because")).isEqualTo(new Publishing.SamePerson());
        RuleDraft waiting = book.draft(other.person(), draft.id()).orElseThrow();
        assertThat(book.isAskedBy(other.person(), waiting)).isTrue();
        assertThat(book.isAskedBy(people.person("daniel"), waiting)).isFalse();
    }

    @Test
    void who_changes_a_waiting_draft_starts_the_asking_anew() {
        RuleDraft draft = draft(looser());
        publish("sara", draft);
        RuleDraft changed = book.save(people.person("daniel"), draft.id(), draft.hash(), looser() + STRICTER, "")
                .orElseThrow();
        assertThat(changed.state()).isEqualTo(RuleDraft.State.OPEN);
        assertThat(publish("daniel", draft)).isEqualTo(new Publishing.ChangedMeanwhile());
        assertThat(publish("daniel", changed)).isInstanceOf(Publishing.WaitsForSecond.class);
        assertThat(publish("sara", changed)).isInstanceOf(Publishing.Published.class);
    }

    @Test
    void a_draft_with_a_mistake_cannot_be_published() {
        RuleDraft draft = draft(shipped().replace("device.lost", "device.losst"));
        assertThat(publish("sara", draft))
                .isInstanceOfSatisfying(
                        Publishing.NotGood.class,
                        notGood -> assertThat(notGood.check().rules()).isNotEmpty());
        assertThat(book.inForce(people.person("sara")).number()).isEqualTo(1);
    }

    @Test
    void a_draft_that_fails_its_tests_cannot_be_published() {
        String test = """
                - name: Everybody locks
                  given: {action: lock}
                  expect: allowed
                """;
        RuleDraft draft = draft(shipped(), test);
        assertThat(publish("sara", draft))
                .isInstanceOfSatisfying(
                        Publishing.NotGood.class,
                        notGood -> assertThat(notGood.check().failed())
                                .singleElement()
                                .satisfies(failed -> assertThat(failed.differences())
                                        .contains("expect: allowed was expected, denied came")));
    }

    @Test
    void of_two_drafts_the_one_that_was_compared_with_older_rules_is_not_published() {
        RuleDraft first = draft(shipped() + STRICTER);
        RuleDraft second = draft(shipped() + STRICTER.replace("no-locks", "no-locks-at-all"));
        publish("sara", first);
        assertThat(publish("daniel", second)).isEqualTo(new Publishing.ChangedMeanwhile());
        RuleDraft again = book.save(people.person("daniel"), second.id(), second.hash(), second.rules(), "")
                .orElseThrow();
        assertThat(publish("daniel", again)).isInstanceOf(Publishing.Published.class);
    }

    @Test
    void who_writes_over_anothers_text_is_told() {
        RuleDraft draft = draft(shipped());
        book.save(people.person("daniel"), draft.id(), draft.hash(), shipped() + STRICTER, "");
        assertThat(book.save(people.person("sara"), draft.id(), draft.hash(), shipped(), ""))
                .isEmpty();
    }

    @Test
    void a_draft_that_was_thrown_away_is_gone_and_on_record() {
        RuleDraft draft = draft(shipped());
        book.discard(people.actor("sara"), draft.id());
        assertThat(book.draft(people.person("sara"), draft.id())).isEmpty();
        assertThat(last().outcome()).isEqualTo("discarded");
        assertThat(publish("sara", draft)).isEqualTo(new Publishing.ChangedMeanwhile());
    }

    @Test
    void a_changed_file_becomes_a_draft_once() {
        var file = RulesFile.of("rules.yaml", shipped() + STRICTER, "");
        startWith(file);
        startWith(file);
        assertThat(book.drafts(people.person("sara"))).singleElement().satisfies(draft -> {
            assertThat(draft.fromFile()).isTrue();
            assertThat(draft.changedBy()).isNull();
        });
        book.discard(
                people.actor("sara"),
                book.drafts(people.person("sara")).getFirst().id());
        startWith(file);
        assertThat(book.drafts(people.person("sara"))).isEmpty();
        publish("sara", draft(shipped() + STRICTER + "\n"));
        startWith(RulesFile.of("rules.yaml", shipped() + STRICTER + "\n", ""));
        assertThat(book.drafts(people.person("sara")))
                .as("of what was a version once")
                .isEmpty();
        assertThat(book.inForce(people.person("sara")).number()).isEqualTo(2);
    }

    /** A node starts with that file. */
    private void startWith(RulesFile file) {
        new RulesInForce(file, ruleVersions, drafts, clock).afterSingletonsInstantiated();
    }

    @Test
    void of_two_drafts_that_are_published_at_the_same_moment_one_counts() throws Exception {
        for (int round = 0; round < 5; round++) {
            RuleDraft one = draft(shipped() + STRICTER + "\n".repeat(2 * round));
            RuleDraft other = draft(shipped() + STRICTER + "\n".repeat(2 * round + 1));
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var first = threads.submit(() -> {
                    start.await();
                    return publish("sara", one);
                });
                var second = threads.submit(() -> {
                    start.await();
                    return publish("daniel", other);
                });
                assertThat(List.of(first.get(), second.get()))
                        .filteredOn(Publishing.Published.class::isInstance)
                        .hasSize(1);
            }
        }
    }

    @Test
    void nobody_but_it_sees_or_changes_rules() {
        for (String who : new String[] {"anna", "maja", "per-olof"}) {
            var person = people.person(who);
            assertThatThrownBy(() -> book.inForce(person)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.versions(person)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.drafts(person)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.draft(person, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.begin(person, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.save(person, 1, "", "", "")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.check(person, "", "")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.discard(people.actor(who), 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> book.publish(people.actor(who), 1, "", ""))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> replays.replay(person, "", Duration.ofDays(1)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void a_stricter_draft_shows_who_would_have_lost_and_nobody_else() {
        desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
        desk.orders("bo", new Action.Refresh(), BOS_IPHONE);
        Replay replay = replays.replay(people.person("sara"), shipped() + STRICTER, Duration.ofDays(7));
        assertThat(replay.decisions()).isEqualTo(2);
        assertThat(replay.gains()).isEmpty();
        assertThat(replay.others()).isEmpty();
        assertThat(replay.losses()).singleElement().satisfies(loss -> {
            assertThat(loss.person()).isEqualTo("Anna Åkesson");
            assertThat(loss.action()).isEqualTo(ActionKind.LOCK);
            assertThat(loss.before().denied()).isFalse();
            assertThat(loss.after().ruleIds()).containsExactly("no-locks-today");
        });
    }

    @Test
    void a_looser_draft_shows_which_wipes_would_have_passed() {
        desk.asks("anna", new Action.Wipe(), ANNAS_IPHONE);
        String without = shipped()
                .replace(
                        "- id: wipe-needs-manager\n  effect: needs approval\n  by: manager\n",
                        "- id: wipe-needs-manager\n  effect: needs reason\n");
        assertThat(without).isNotEqualTo(shipped());
        Replay replay = replays.replay(people.person("sara"), without, Duration.ofDays(7));
        assertThat(replay.wipes()).singleElement().satisfies(wipe -> {
            assertThat(wipe.before().stages()).containsExactly(new Stage.Manager());
            assertThat(wipe.after().stages()).isEmpty();
        });
        assertThat(replay.gains()).hasSize(1);
    }

    @Test
    void what_was_asked_before_the_days_that_are_looked_at_is_left_out() {
        desk.orders("anna", new Action.Lock(), ANNAS_IPHONE);
        clock.pass(Duration.ofDays(3));
        assertThat(replays.replay(people.person("sara"), shipped(), Duration.ofDays(2))
                        .decisions())
                .isZero();
        assertThat(replays.replay(people.person("sara"), shipped(), Duration.ofDays(4))
                        .decisions())
                .isEqualTo(1);
    }
}
