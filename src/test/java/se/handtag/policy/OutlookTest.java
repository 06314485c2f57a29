package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.identity.Role;
import se.handtag.mdm.Platform;

/** Why not, what would change it, and who can. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutlookTest {
    private static final RuleSet RULES = Rules.shipped();
    private static final Subject PHONE = new Subject.OfDevice(Rules.device(Platform.IOS));
    private static final Subject MAC = new Subject.OfDevice(Rules.device(Platform.MACOS));
    private static final Set<Role> EMPLOYEE = Set.of(Role.EMPLOYEE);

    private static Outlook of(Question question) {
        return Outlook.of(RULES, question);
    }

    @Test
    void what_is_allowed_needs_no_change_and_nobody_else() {
        Outlook outlook = of(Rules.question(EMPLOYEE, true, new Action.Lock(), PHONE, false, null));
        assertThat(outlook.decision().denied()).isFalse();
        assertThat(outlook.changes()).isEmpty();
        assertThat(outlook.others()).isEmpty();
    }

    @Test
    void a_lost_phone_s_passcode_is_cleared_once_it_is_found_and_by_nobody_before() {
        Outlook outlook = of(Rules.question(EMPLOYEE, true, new Action.ClearPasscode(), PHONE, true, null));
        assertThat(outlook.action()).isEqualTo(new Action.ClearPasscode());
        assertThat(outlook.decision().denied()).isTrue();
        assertThat(outlook.changes()).containsExactly(Outlook.Change.FOUND);
        assertThat(outlook.others()).isEmpty();
    }

    @Test
    void nothing_and_nobody_locks_a_mac() {
        Outlook outlook = of(Rules.question(EMPLOYEE, true, new Action.Lock(), MAC, false, null));
        assertThat(outlook.decision().denied()).isTrue();
        assertThat(outlook.changes()).isEmpty();
        assertThat(outlook.others()).isEmpty();
    }

    @Test
    void a_colleague_s_phone_is_locked_by_its_owner_the_help_desk_or_it() {
        Outlook outlook = of(Rules.question(EMPLOYEE, false, new Action.Lock(), PHONE, false, null));
        assertThat(outlook.others()).containsExactly(Outlook.Other.OWNER, Outlook.Other.HELP_DESK, Outlook.Other.IT);
    }

    @Test
    void the_help_desk_is_told_of_it_and_the_owner_but_not_of_itself() {
        var question = Rules.question(
                Set.of(Role.EMPLOYEE, Role.HELP_DESK), false, Rules.wanted(ActionKind.REMOVE_APP), PHONE, false, null);
        assertThat(of(question).others()).containsExactly(Outlook.Other.OWNER, Outlook.Other.IT);
    }

    @Test
    void it_is_not_told_to_ask_it() {
        RuleSet nobody =
                RuleSet.of("test.yaml", Rules.rule("help-desk", "allow", "\"help-desk\" in actor.roles") + Rules.REST);
        var question = Rules.question(Set.of(Role.EMPLOYEE, Role.IT), false, new Action.Refresh(), PHONE, false, null);
        assertThat(Outlook.of(nobody, question).others()).containsExactly(Outlook.Other.HELP_DESK);
        RuleSet it = RuleSet.of("test.yaml", Rules.rule("it", "allow", "\"it\" in actor.roles") + Rules.REST);
        assertThat(Outlook.of(it, Rules.question(EMPLOYEE, true, new Action.Refresh(), PHONE, false, null))
                        .others())
                .containsExactly(Outlook.Other.IT);
    }

    @ParameterizedTest
    @CsvSource({"HELP_DESK, help-desk", "IT, it"})
    void nobody_is_told_to_ask_for_the_role_that_they_have(Role role, String word) {
        RuleSet others = RuleSet.of(
                "test.yaml",
                Rules.rule("others", "allow", "\"" + word + "\" in actor.roles && !actor.is_owner") + Rules.REST);
        var theirs = Rules.question(Set.of(Role.EMPLOYEE, role), true, new Action.Refresh(), PHONE, false, null);
        assertThat(Outlook.of(others, theirs).others()).isEmpty();
        RuleSet plain =
                RuleSet.of("test.yaml", Rules.rule("own", "allow", "!(\"" + word + "\" in actor.roles)") + Rules.REST);
        assertThat(Outlook.of(plain, theirs).others())
                .as("the owner, who they are")
                .doesNotContain(Outlook.Other.OWNER);
    }

    @Test
    void an_app_is_installed_once_it_offers_it_or_by_it() {
        var app = Rules.app(Platform.IOS, false, CatalogueApp.Approval.NONE);
        Outlook outlook = of(Rules.question(EMPLOYEE, true, Rules.wanted(ActionKind.INSTALL_APP), PHONE, false, app));
        assertThat(outlook.changes()).containsExactly(Outlook.Change.OFFERED);
        assertThat(outlook.others()).containsExactly(Outlook.Other.IT);
    }

    @Test
    void an_app_that_the_mdm_does_not_have_cannot_be_offered() {
        Outlook outlook = of(Rules.question(EMPLOYEE, true, Rules.wanted(ActionKind.INSTALL_APP), PHONE, false, null));
        assertThat(outlook.changes()).isEmpty();
    }

    @Test
    void what_was_asked_for_too_often_is_possible_later() {
        RuleSet often = RuleSet.of(
                "test.yaml",
                Rules.rule("own", "allow", "actor.is_owner")
                        + Rules.rule("often", "deny", "recent.actor_day > 2")
                        + Rules.REST);
        Question question = Rules.question(EMPLOYEE, true, new Action.Refresh(), PHONE, false, null);
        assertThat(Outlook.of(often, Rules.with(question, new Recent(0, 3, 0, 0, 0, 0)))
                        .changes())
                .containsExactly(Outlook.Change.LATER);
        assertThat(Outlook.of(often, Rules.with(question, new Recent(0, 2, 0, 0, 0, 0)))
                        .changes())
                .isEmpty();
    }

    @Test
    void the_owner_s_tags_and_groups_speak_for_the_owner_only() {
        RuleSet tagged = RuleSet.of("test.yaml", Rules.rule("tagged", "allow", "\"Field\" in actor.tags") + Rules.REST);
        Question question = Rules.question(EMPLOYEE, false, new Action.Refresh(), PHONE, false, null);
        assertThat(Outlook.of(tagged, Rules.tagged(question, "Field")).others()).containsExactly(Outlook.Other.OWNER);
        RuleSet grouped =
                RuleSet.of("test.yaml", Rules.rule("grouped", "allow", "\"Lager\" in actor.groups") + Rules.REST);
        assertThat(Outlook.of(grouped, Rules.grouped(question, "Lager")).others())
                .containsExactly(Outlook.Other.OWNER);
    }
}
