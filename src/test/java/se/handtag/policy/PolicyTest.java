package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.PortalDevices.ANNA;
import static se.handtag.PortalDevices.ANNAS_IPHONE;
import static se.handtag.PortalDevices.BO;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.OneReading;
import se.handtag.PortalClock;
import se.handtag.PortalTest;
import se.handtag.devices.Fleet;
import se.handtag.devices.MdmUsers;
import se.handtag.identity.SamplePeople;
import se.handtag.mdm.AppId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;

/** What a decision is made from, asked of the whole portal. */
@PortalTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyTest {
    @Autowired
    Policy policy;

    @Autowired
    Decided decided;

    @Autowired
    FactJson json;

    @Autowired
    Fleet fleet;

    @Autowired
    MdmUsers users;

    @Autowired
    SamplePeople people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PortalClock clock;

    @Autowired
    Rulebook book;

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    private Asker anna() {
        return Asker.of(people.person("anna"), ANNA);
    }

    private Asker sara() {
        return Asker.of(people.person("sara"), null);
    }

    private Subject iphone() {
        return new Subject.OfDevice(fleet.readNow(ANNAS_IPHONE).orElseThrow());
    }

    private Map<String, Object> facts(Asker asker, Subject subject, Action action) {
        return Facts.of(policy.rule(asker, subject, action, Manner.PLAIN).question());
    }

    private void keep(Asker asker, Subject subject, Action action, @Nullable UUID request) {
        Ruling ruling = policy.rule(asker, subject, action, Manner.PLAIN);
        transaction.executeWithoutResult(_ -> policy.keep(ruling, "Somebody", request));
    }

    @Test
    void a_decision_knows_who_asks_whose_it_is_and_what_it_is() {
        Map<String, Object> facts = facts(anna(), iphone(), new Action.Lock());
        assertThat(facts)
                .containsOnlyKeys(Facts.TYPES.keySet())
                .containsEntry("action", "lock")
                .containsEntry("actor.is_owner", true)
                .containsEntry("actor.roles", List.of("employee"))
                .containsEntry("subject.kind", "device")
                .containsEntry("device.platform", "ios")
                .containsEntry("owner.known", true)
                .containsEntry("device.lost", false);
        assertThat(facts.get("actor.groups"))
                .isEqualTo(facts.get("owner.groups"))
                .isNotEqualTo(List.of());
        assertThat(facts.get("actor.tags")).isEqualTo(facts.get("owner.tags"));
    }

    @Test
    void who_asks_for_anothers_device_has_groups_of_their_own() {
        Map<String, Object> facts = facts(Asker.of(people.person("bo"), BO), iphone(), new Action.Lock());
        assertThat(facts).containsEntry("actor.is_owner", false);
        assertThat(facts.get("actor.groups"))
                .isEqualTo(users.pathOf(users.find(BO).orElseThrow().group()));
        assertThat(facts(sara(), iphone(), new Action.Lock()))
                .containsEntry("actor.groups", List.of())
                .containsEntry("actor.is_owner", false);
    }

    @Test
    void an_app_is_looked_up_for_an_installation_and_for_nothing_else() {
        var teams = new Action.InstallApp(new AppId(2), "Teams", "com.microsoft.skype.teams", true);
        assertThat(facts(anna(), iphone(), teams))
                .containsEntry("app.offered", true)
                .containsEntry("app.fits", true)
                .containsEntry("app.package", "com.microsoft.skype.teams");
        assertThat(facts(anna(), iphone(), new Action.Lock())).containsEntry("app.package", "");
    }

    @Test
    void an_app_for_one_group_is_offered_to_nobody_else() {
        var teams = new Action.InstallApp(new AppId(2), "Teams", "com.microsoft.skype.teams", true);
        try {
            onlyGroup(2);
            assertThat(facts(anna(), iphone(), teams)).as("the stores, hers").containsEntry("app.offered", true);
            onlyGroup(8);
            assertThat(facts(anna(), iphone(), teams)).as("the hauliers").containsEntry("app.offered", false);
        } finally {
            onlyGroup(null);
        }
    }

    private void onlyGroup(@Nullable Integer group) {
        database.sql("update catalogue.app set only_group = :group where app_id = 2")
                .param("group", group)
                .update();
    }

    @Test
    void what_the_rules_said_is_counted() {
        Counter counter = meters.counter("handtag.decisions", "action", "refresh", "outcome", "allowed");
        double before = counter.count();
        keep(anna(), iphone(), new Action.Refresh(), null);
        assertThat(counter.count() - before).isEqualTo(1);
    }

    @Test
    void several_actions_are_decided_by_one_version_at_one_time() {
        List<Ruling> rulings =
                policy.rule(anna(), iphone(), List.of(new Action.Lock(), new Action.Wipe()), Manner.PLAIN);
        assertThat(rulings).extracting(ruling -> ruling.decision().word()).containsExactly("allowed", "needs approval");
        assertThat(rulings)
                .extracting(ruling -> ruling.question().now())
                .containsOnly(rulings.getFirst().question().now());
        assertThat(policy.outlook(anna(), iphone(), List.of(new Action.Lock(), new Action.Wipe())))
                .extracting(Outlook::action)
                .containsExactly(new Action.Lock(), new Action.Wipe());
    }

    @Test
    void what_was_asked_is_counted_by_person_thing_owner_and_company_within_the_hour_and_the_day() {
        keep(anna(), iphone(), new Action.Lock(), null);
        keep(sara(), iphone(), new Action.Lock(), null);
        keep(anna(), iphone(), new Action.Refresh(), null);
        assertThat(recent(anna())).isEqualTo(new Recent(1, 1, 2, 2, 2, 2));
        clock.pass(Duration.ofHours(2));
        assertThat(recent(anna())).isEqualTo(new Recent(0, 1, 2, 2, 0, 2));
        clock.pass(Duration.ofHours(23));
        assertThat(recent(anna())).isEqualTo(Recent.NONE);
    }

    @Test
    void a_page_counts_the_same_of_late_for_each_action_as_whoever_presses() {
        keep(anna(), iphone(), new Action.Lock(), null);
        keep(sara(), iphone(), new Action.Wipe(), null);
        OneReading.of(() -> {
            assertThat(recent(anna())).isEqualTo(new Recent(1, 1, 1, 1, 1, 1));
            assertThat(recent(sara())).isEqualTo(new Recent(0, 0, 1, 1, 1, 1));
            keep(anna(), iphone(), new Action.Lock(), null);
            assertThat(recent(anna())).as("as the page began").isEqualTo(new Recent(1, 1, 1, 1, 1, 1));
        });
        assertThat(recent(anna())).isEqualTo(new Recent(2, 2, 2, 2, 2, 2));
    }

    @Test
    void what_was_denied_is_kept_and_not_counted() {
        keep(Asker.of(people.person("bo"), BO), iphone(), new Action.Lock(), null);
        assertThat(recent(anna())).isEqualTo(Recent.NONE);
        assertThat(decided.since(clock.instant().minusSeconds(60), 10)).hasSize(1);
    }

    @Test
    void a_request_is_not_counted_against_itself_when_it_is_decided_again() {
        var request = UUID.randomUUID();
        keep(anna(), iphone(), new Action.Lock(), request);
        keep(anna(), iphone(), new Action.Lock(), UUID.randomUUID());
        assertThat(policy.again(anna(), iphone(), new Action.Lock(), request)
                        .question()
                        .recent()
                        .actorDay())
                .isEqualTo(1);
        assertThat(policy.again(anna(), iphone(), new Action.Lock(), null)
                        .question()
                        .recent()
                        .actorDay())
                .isEqualTo(2);
    }

    @Test
    void how_it_was_asked_for_is_known_when_it_is_decided_again() {
        var request = UUID.randomUUID();
        var manner = new Manner(true, true, "HD-17", Duration.ofDays(2), true, null);
        Ruling ruling = policy.rule(anna(), iphone(), new Action.Wipe(), manner);
        transaction.executeWithoutResult(_ -> policy.keep(ruling, "Anna", request));
        Question again =
                policy.again(anna(), iphone(), new Action.Wipe(), request).question();
        assertThat(again.manner()).isEqualTo(manner.of(request));
        assertThat(policy.again(anna(), iphone(), new Action.Wipe(), UUID.randomUUID())
                        .question()
                        .manner()
                        .reasonGiven())
                .isFalse();
        assertThat(Manner.PLAIN.reason("why").reasonGiven()).isTrue();
        assertThat(Manner.PLAIN.reason(null).reasonGiven()).isFalse();
    }

    @Test
    void a_decision_is_kept_only_together_with_its_record() {
        Ruling ruling = policy.rule(anna(), iphone(), new Action.Lock(), Manner.PLAIN);
        assertThatThrownBy(() -> policy.keep(ruling, "Anna", null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void facts_come_back_from_the_database_as_they_were() {
        Map<String, Object> facts = facts(anna(), iphone(), new Action.Lock());
        assertThat(json.read(json.write(facts))).isEqualTo(facts);
        assertThat(json.read("{\"moon.phase\":\"full\",\"device.lost\":true}")).isEqualTo(Map.of("device.lost", true));
    }

    @Test
    void decisions_are_forgotten_when_they_are_too_old() {
        keep(anna(), iphone(), new Action.Lock(), null);
        decided.forgetBefore(clock.instant().plusSeconds(1));
        assertThat(decided.since(clock.instant().minusSeconds(600), 10)).isEmpty();
    }

    @Test
    void whatever_touches_a_tag_or_group_that_a_rule_names_is_told() {
        var sara = people.person("sara");
        RuleDraft draft = book.begin(sara, 1);
        String rules = Rules.shippedText() + """

                - id: executives
                  effect: deny
                  actions: [lock]
                  when: '"Chefer" in device.tags || "Lager" in owner.groups'
                  because: {en: No., sv: Nej.}
                """;
        book.save(sara, draft.id(), draft.hash(), rules, "");
        RuleDraft saved = book.draft(sara, draft.id()).orElseThrow();
        assertThat(book.publish(people.actor("sara"), saved.id(), saved.hash(), "why"))
                .isInstanceOf(Publishing.Published.class);
        var tag = new TagId(1);
        var user = new Subject.OfUser(users.find(ANNA).orElseThrow());
        Subject company = new Subject.Company();
        assertThat(touches(iphone(), new Action.PutTag(tag, "Chefer"))).isTrue();
        assertThat(touches(iphone(), new Action.PutTag(tag, "Other"))).isFalse();
        assertThat(touches(iphone(), new Action.TakeTag(tag, "Chefer"))).isTrue();
        assertThat(touches(user, new Action.PutUserTag(tag, "Chefer"))).isTrue();
        assertThat(touches(user, new Action.TakeUserTag(tag, "Chefer"))).isTrue();
        assertThat(touches(new Subject.OfTag(tag, "Chefer"), new Action.DeleteTag()))
                .isTrue();
        assertThat(touches(new Subject.OfTag(tag, "Other"), new Action.DeleteTag()))
                .isFalse();
        assertThat(touches(new Subject.OfTag(tag, "Other"), new Action.ChangeTag(new TagChange().name("Chefer"))))
                .isTrue();
        assertThat(touches(new Subject.OfTag(tag, "Other"), new Action.ChangeTag(new TagChange())))
                .isFalse();
        assertThat(touches(new Subject.OfGroup(new GroupId(1), "Lager"), new Action.DeleteGroup()))
                .isTrue();
        assertThat(touches(new Subject.OfGroup(new GroupId(1), "Other"), new Action.RenameGroup("Lager")))
                .isTrue();
        assertThat(touches(company, new Action.CreateGroup("Lager", null))).isTrue();
        assertThat(touches(company, new Action.CreateTag(new NewTag("Chefer")))).isTrue();
        assertThat(touches(company, new Action.CreateTag(new NewTag("Other")))).isFalse();
        GroupId annas = users.find(ANNA).orElseThrow().group();
        assertThat(users.pathOf(annas)).contains("Lager");
        assertThat(touches(user, new Action.ChangeUser(new UserChange().groupId(new GroupId(999)))))
                .isTrue();
        assertThat(touches(user, new Action.ChangeUser(new UserChange()))).isFalse();
        assertThat(touches(company, new Action.CreateUser(new NewUser("New")))).isFalse();
        assertThat(facts(sara(), iphone(), new Action.PutTag(tag, "Chefer"))).containsEntry("tag.name", "Chefer");
    }

    private boolean touches(Subject subject, Action action) {
        return Boolean.TRUE.equals(facts(sara(), subject, action).get("subject.in_rules"));
    }

    private Recent recent(Asker asker) {
        return policy.rule(asker, iphone(), new Action.Lock(), Manner.PLAIN)
                .question()
                .recent();
    }
}
