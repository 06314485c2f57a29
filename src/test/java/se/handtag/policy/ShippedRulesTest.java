package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.catalogue.CatalogueApp.Approval;
import se.handtag.identity.Role;
import se.handtag.mdm.Platform;

/** What the rules that Handtag ships with say, to everybody about everything. */
class ShippedRulesTest {
    private static final Stage MANAGER = new Stage.Manager();
    private static final RuleSet RULES = Rules.shipped();

    private static final Set<ActionKind> ORDERS = EnumSet.range(ActionKind.REFRESH, ActionKind.WIPE);

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        for (ActionKind action : ActionKind.values()) {
            for (Platform platform : Platform.values()) {
                for (Role role : Role.values()) {
                    for (boolean own : List.of(true, false)) {
                        for (boolean lost : List.of(true, false)) {
                            settings(action, platform)
                                    .forEach(app -> all.add(Arguments.of(action, platform, role, own, lost, app)));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    private static List<Rules.Setting> settings(ActionKind action, Platform platform) {
        if (action != ActionKind.INSTALL_APP) {
            return List.of(new Rules.Setting("no app", null));
        }
        Platform other = platform == Platform.IOS ? Platform.ANDROID : Platform.IOS;
        return List.of(
                new Rules.Setting("offered to all", Rules.app(platform, true, Approval.NONE)),
                new Rules.Setting("offered with approval", Rules.app(platform, true, Approval.MANAGER)),
                new Rules.Setting("not offered", Rules.app(platform, false, Approval.NONE)),
                new Rules.Setting("for another platform", Rules.app(other, true, Approval.NONE)),
                new Rules.Setting("unknown to the MDM", null));
    }

    @ParameterizedTest(name = "{0} on {1} for {2}, own {3}, lost {4}, {5}")
    @MethodSource("everything")
    void every_question_has_its_answer_and_the_rules_that_made_it(
            ActionKind action, Platform platform, Role role, boolean own, boolean lost, Rules.Setting app) {
        var question = Rules.question(
                role == Role.EMPLOYEE ? Set.of(role) : Set.of(Role.EMPLOYEE, role),
                own,
                Rules.wanted(action),
                new Subject.OfDevice(Rules.device(platform)),
                lost,
                app.app());
        Expected expected = expected(action, platform, role, own, lost, app.app());
        Decision decision = RULES.decide(question);
        assertThat(decision.word()).isEqualTo(expected.word());
        assertThat(decision.ruleIds()).containsExactlyInAnyOrderElementsOf(expected.rules());
        assertThat(decision.needsReason()).isEqualTo(expected.rules().contains("say-why"));
        assertThat(decision.needsFreshSignIn()).isEqualTo(expected.rules().contains("wipe-needs-fresh-sign-in"));
        assertThat(decision.hold()).isEqualTo(expected.rules().contains("wipe-waits") ? Duration.ofMinutes(15) : null);
        assertThat(decision.stages()).isEqualTo(expected.stages());
        assertThat(decision.errors()).isEmpty();
        assertThat(decision.reasons())
                .allSatisfy(reason -> assertThat(reason.explanation().swedish()).isNotBlank());
    }

    private record Expected(String word, List<String> rules, List<Stage> stages) {
        static Expected denied(List<String> rules) {
            return new Expected("denied", rules, List.of());
        }

        static Expected allowed(String... rules) {
            return new Expected("allowed", List.of(rules), List.of());
        }

        static Expected approved(Stage by, String... rules) {
            return new Expected("needs approval", List.of(rules), List.of(by));
        }
    }

    /** What is meant, told once more and in another way than the rules tell it. */
    private static Expected expected(
            ActionKind action, Platform platform, Role role, boolean own, boolean lost, @Nullable CatalogueApp app) {
        List<String> no = impossible(action, platform, role, own, lost, app);
        if (!no.isEmpty()) {
            return Expected.denied(no);
        }
        if (own && action == ActionKind.HAND_OVER) {
            return role == Role.IT
                    ? Expected.approved(
                            MANAGER, "hand-over-needs-manager", "own-hand-over", "it-may-administer-devices")
                    : Expected.approved(MANAGER, "hand-over-needs-manager", "own-hand-over");
        }
        if (!ORDERS.contains(action)) {
            return role == Role.IT ? Expected.allowed(houseKeeping(action)) : Expected.denied(List.of("default-deny"));
        }
        boolean grave = action == ActionKind.CLEAR_PASSCODE || action == ActionKind.WIPE;
        if (own) {
            return switch (action) {
                case CLEAR_PASSCODE ->
                    Expected.approved(MANAGER, "passcode-needs-manager", "say-why", "own-with-approval");
                case WIPE ->
                    Expected.approved(
                            MANAGER,
                            "wipe-needs-manager",
                            "wipe-needs-fresh-sign-in",
                            "wipe-waits",
                            "say-why",
                            "own-with-approval");
                case INSTALL_APP ->
                    app != null && app.approval() == Approval.MANAGER
                            ? Expected.approved(MANAGER, "app-needs-manager", "own-at-once")
                            : Expected.allowed("own-at-once");
                default -> Expected.allowed("own-at-once");
            };
        }
        Expected second = action == ActionKind.WIPE
                ? Expected.approved(
                        Stage.IT,
                        "others-need-second-person",
                        "wipe-needs-fresh-sign-in",
                        "wipe-waits",
                        "say-why",
                        "it-with-approval")
                : Expected.approved(Stage.IT, "others-need-second-person", "say-why", "it-with-approval");
        return switch (role) {
            case EMPLOYEE, AUDITOR -> Expected.denied(List.of("default-deny"));
            case IT -> grave ? second : Expected.allowed("it-cares-for-devices");
            case HELP_DESK -> {
                if (grave) {
                    yield second;
                }
                yield action == ActionKind.INSTALL_APP || action == ActionKind.REMOVE_APP
                        ? Expected.denied(List.of("default-deny"))
                        : Expected.allowed("help-desk-first-aid");
            }
        };
    }

    private static String houseKeeping(ActionKind action) {
        return switch (action) {
            case PUT_TAG, TAKE_TAG, HAND_OVER -> "it-may-administer-devices";
            case PUT_USER_TAG, TAKE_USER_TAG, CHANGE_USER, CREATE_USER, DELETE_USER -> "it-may-administer-users";
            case CREATE_GROUP, RENAME_GROUP, DELETE_GROUP -> "it-may-administer-groups";
            case CREATE_TAG, CHANGE_TAG, DELETE_TAG -> "it-may-administer-tags";
            default -> "it-may-administer-apps";
        };
    }

    private static List<String> impossible(
            ActionKind action, Platform platform, Role role, boolean own, boolean lost, @Nullable CatalogueApp app) {
        List<String> no = new ArrayList<>();
        if (platform == Platform.TVOS
                && Set.of(ActionKind.LOCK, ActionKind.CLEAR_PASSCODE, ActionKind.MESSAGE)
                        .contains(action)) {
            no.add("tv-takes-no-orders");
        }
        if (platform == Platform.MACOS && action == ActionKind.LOCK) {
            no.add("mac-lock-needs-pin");
        }
        if (platform == Platform.MACOS && action == ActionKind.CLEAR_PASSCODE) {
            no.add("mac-passcode-elsewhere");
        }
        if (role == Role.HELP_DESK
                && !own
                && !(lost && action == ActionKind.MESSAGE)
                && Set.of(ActionKind.REFRESH, ActionKind.MESSAGE, ActionKind.CLEAR_PASSCODE, ActionKind.WIPE)
                        .contains(action)) {
            no.add("help-desk-needs-ticket");
        }
        if (lost && action == ActionKind.CLEAR_PASSCODE) {
            no.add("lost-keeps-its-passcode");
        }
        if (lost && own && (action == ActionKind.HAND_OVER || action == ActionKind.PUT_TAG)) {
            no.add("lost-stays-as-it-is");
        }
        if (action == ActionKind.INSTALL_APP) {
            if (lost) {
                no.add("lost-gets-no-apps");
            }
            if (app == null || app.platform() != platform) {
                no.add("app-must-fit");
            }
            if ((app == null || !app.offered()) && role != Role.IT) {
                no.add("app-not-offered");
            }
        }
        return no;
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void nobody_clears_the_passcode_of_a_lost_phone_not_even_with_every_role(Platform platform) {
        for (boolean own : List.of(true, false)) {
            var question = Rules.question(
                    Set.of(Role.values()),
                    own,
                    new Action.ClearPasscode(),
                    new Subject.OfDevice(Rules.device(platform)),
                    true,
                    null);
            assertThat(RULES.decide(question).denied()).isTrue();
        }
    }

    @Test
    void a_decision_names_the_version_of_the_rules_by_their_content() {
        var question = Rules.question(ActionKind.LOCK, Platform.IOS);
        assertThat(RULES.decide(question).version()).matches("[0-9a-f]{12}");
        assertThat(Rules.refresh("").version())
                .isNotEqualTo(Rules.refresh("# another word\n").version());
    }
}
