package se.handtag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.PortalDevices.ANNAS_IPHONE;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.handtag.commands.CommandId;
import se.handtag.commands.Commands;
import se.handtag.commands.StopSwitch;
import se.handtag.devices.FleetIndex;
import se.handtag.identity.Actor;
import se.handtag.identity.SamplePeople;
import se.handtag.identity.Stays;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.UserChange;
import se.handtag.policy.Action;
import se.handtag.policy.Rulebook;
import se.handtag.policy.Subject;
import se.handtag.recovery.IntranetLink;
import se.handtag.recovery.IntranetLinks;
import se.handtag.requests.Approvals;
import se.handtag.requests.Delegations;
import se.handtag.requests.Departures;
import se.handtag.requests.RequestId;
import se.handtag.requests.Requests;
import se.handtag.ui.kit.Confirmation;
import se.handtag.ui.kit.Languages;

/** What is too long is refused by every service that takes words, whatever a browser lets through, and nothing is lost. */
@PortalTest
@ViewPackages(packages = "se.handtag.ui")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongestTest extends SpringBrowserlessTest {
    @Autowired
    Requests requests;

    @Autowired
    Approvals approvals;

    @Autowired
    Delegations delegations;

    @Autowired
    Departures departures;

    @Autowired
    Commands commands;

    @Autowired
    StopSwitch stop;

    @Autowired
    Rulebook rulebook;

    @Autowired
    IntranetLinks links;

    @Autowired
    Stays stays;

    @Autowired
    FleetIndex index;

    @Autowired
    SamplePeople people;

    @Autowired
    PortalClock clock;

    @Test
    void a_reason_is_refused_wherever_one_is_given() {
        Actor it = people.actor("sara");
        String reason = tooLong(Longest.REASON);
        refused(Longest.REASON, () -> requests.ask(it, ANNAS_IPHONE, new Action.Lock(), reason));
        refused(Longest.REASON, () -> approvals.reject(it, new RequestId(UUID.randomUUID()), reason));
        refused(Longest.REASON, () -> commands.settle(it, new CommandId(UUID.randomUUID()), true, reason));
        refused(Longest.REASON, () -> stop.stop(it, reason));
        refused(Longest.REASON, () -> rulebook.publish(it, 1, "", reason));
        refused(Longest.REASON, () -> stays.signOutEverybody(it, reason));
        assertThat(stop.now()).isEmpty();
    }

    @Test
    void a_message_and_everything_the_mdm_is_to_keep_is_refused() {
        String name = tooLong(Longest.NAME);
        for (Action action : List.of(
                new Action.Message(tooLong(Longest.MESSAGE)),
                new Action.CreateGroup(name, null),
                new Action.RenameGroup(name),
                new Action.CreateUser(new NewUser("Ny").email(name)),
                new Action.ChangeUser(new UserChange().office(name)),
                new Action.CreateTag(new NewTag("Ny").description(tooLong(Longest.DESCRIPTION))))) {
            assertThatThrownBy(() -> requests.ask(people.actor("sara"), new Subject.Company(), action, "because"))
                    .as(action.kind().key())
                    .isInstanceOf(Longest.TooLong.class);
        }
    }

    @Test
    void names_addresses_and_rules_are_refused() {
        Actor it = people.actor("sara");
        String name = tooLong(Longest.NAME);
        refused(
                Longest.NAME,
                () -> delegations.delegate(
                        it, name, clock.instant(), clock.instant().plusSeconds(60), Set.of()));
        refused(Longest.NAME, () -> departures.left(it, name));
        refused(
                Longest.LABEL,
                () -> links.create(
                        it,
                        IntranetLink.Purpose.COLLEAGUE,
                        tooLong(Longest.LABEL),
                        Set.of(),
                        null,
                        null,
                        clock.instant().plus(Duration.ofDays(1))));
        refused(Longest.RULES, () -> rulebook.check(it.person(), tooLong(Longest.RULES), ""));
        refused(Longest.RULES, () -> rulebook.save(it.person(), 1, "", "", tooLong(Longest.RULES)));
    }

    @Test
    void a_search_goes_by_its_beginning() {
        assertThatCode(() -> index.find("a ".repeat(100_000), null, 0, 10)).doesNotThrowAnyException();
    }

    @Test
    void what_is_just_as_long_as_it_may_be_is_taken() {
        assertThatCode(() -> Longest.REASON.demand("x".repeat(500), null)).doesNotThrowAnyException();
    }

    @Test
    void a_question_says_so_in_words_and_keeps_what_was_written() {
        people.signIn("sara");
        UI.getCurrent().setLocale(Languages.ENGLISH);
        Confirmation.ask("Stop?")
                .reason("Why?", true)
                .danger("Stop", reason -> stop.stop(people.actor("sara"), reason))
                .open();
        var field = $(TextArea.class).single();
        field.setValue(tooLong(Longest.REASON));
        Button yes = $(Button.class).all().stream()
                .filter(button -> button.getText().equals("Stop"))
                .findFirst()
                .orElseThrow();
        yes.click();

        assertThat($(Dialog.class).single().isOpened()).isTrue();
        assertThat(field.getValue()).hasSize(501);
        assertThat(yes.isEnabled()).isTrue();
        assertThat($(Notification.class).single().getElement().getTextRecursively())
                .contains("more than 500 characters", "still there");
        assertThat(stop.now()).isEmpty();
    }

    @Test
    void each_length_stands_in_the_document() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/docs/security/input.md"));
        assertThat(Longest.values())
                .allSatisfy(each -> assertThat(lines)
                        .anyMatch(line ->
                                line.matches("\\| `" + each.name() + "` \\|.*\\| " + each.characters() + " \\|")));
    }

    private static void refused(Longest which, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Longest.TooLong.class,
                        tooLong -> assertThat(tooLong.most()).isEqualTo(which.characters()));
    }

    private static String tooLong(Longest which) {
        return "x".repeat(which.characters() + 1);
    }
}
