package se.handtag.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.handtag.devices.MdmUser;
import se.handtag.mdm.AppId;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.Platform;
import se.handtag.mdm.Store;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;
import tools.jackson.databind.json.JsonMapper;

/** What is stored comes back as it was. */
class ActionJsonTest {
    private final JsonMapper json = new JsonMapper();
    private final ActionJson actions = new ActionJson(json);
    private final SubjectJson subjects = new SubjectJson(json);

    static List<Action> actions() {
        var tag = new TagId(7);
        return List.of(
                new Action.Refresh(),
                new Action.Lock(),
                new Action.Message("Hej å"),
                new Action.ClearPasscode(),
                new Action.InstallApp(new AppId(3), "Plock", "se.plock", true),
                new Action.RemoveApp("Plock", "se.plock"),
                new Action.Wipe(),
                new Action.PutTag(tag, "Lager"),
                new Action.TakeTag(tag, "Lager"),
                new Action.HandOver(new UserId(4), "Anna"),
                new Action.PutUserTag(tag, "Lager"),
                new Action.TakeUserTag(tag, "Lager"),
                new Action.ChangeUser(new UserChange().phoneNumber("+46").groupId(new GroupId(2))),
                new Action.CreateUser(new NewUser("Åsa").email("a@b.se").groupId(new GroupId(2))),
                new Action.DeleteUser(),
                new Action.CreateGroup("Nya", new GroupId(2)),
                new Action.CreateGroup("Överst", null),
                new Action.RenameGroup("Andra"),
                new Action.DeleteGroup(),
                new Action.CreateTag(new NewTag("Lager").description("hus")),
                new Action.ChangeTag(new TagChange().groupId(new GroupId(2))),
                new Action.DeleteTag(),
                new Action.PutApp(new NewApp(
                        "Plock",
                        null,
                        "F",
                        "se.plock",
                        "1",
                        1L,
                        Platform.IOS,
                        5L,
                        Store.PLAY,
                        "x",
                        null,
                        "https://x")));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void an_action(Action action) {
        assertThat(actions.read(action.kind(), actions.write(action))).isEqualTo(action);
    }

    @Test
    void every_kind_of_action_is_tried() {
        Set<ActionKind> kinds = EnumSet.noneOf(ActionKind.class);
        actions().forEach(action -> kinds.add(action.kind()));
        assertThat(kinds).isEqualTo(EnumSet.allOf(ActionKind.class));
    }

    static Stream<Subject> subjects() {
        return Stream.of(
                new Subject.OfDevice(Rules.device(Platform.IOS)),
                new Subject.OfUser(
                        new MdmUser(new UserId(4), "Anna", "a@b.se", null, new GroupId(2), List.of("Lager", "Skift"))),
                new Subject.OfGroup(new GroupId(1), "Lager"),
                new Subject.OfTag(new TagId(2), "Lager"),
                new Subject.OfApp(new AppId(3), "Plock"),
                new Subject.Company());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void a_subject(Subject subject) {
        assertThat(subjects.read(subjects.write(subject))).isEqualTo(subject);
    }

    @Test
    void what_holds_words_of_people_prints_none_of_them() {
        assertThat(actions().stream()
                        .filter(action -> Set.of(
                                        ActionKind.MESSAGE,
                                        ActionKind.HAND_OVER,
                                        ActionKind.CHANGE_USER,
                                        ActionKind.CREATE_USER)
                                .contains(action.kind()))
                        .map(Action::toString))
                .containsExactly("Message[5 characters]", "HandOver[…]", "ChangeUser[…]", "CreateUser[…]");
    }

    @Test
    void a_subject_is_called_what_people_call_it_and_has_an_owner_or_none() {
        assertThat(subjects().map(Subject::label))
                .containsExactly("Model …RIAL", "Anna", "Lager", "Lager", "Plock", "DuoSTATION");
        assertThat(subjects().map(Subject::owner))
                .containsExactly(new UserId(4), new UserId(4), null, null, null, null);
        assertThat(subjects().map(Subject::deviceId))
                .containsExactly(new DeviceId(new UUID(0, 1)), null, null, null, null, null);
    }

    @Test
    void a_subject_is_known_by_its_kind_and_id() {
        assertThat(subjects().map(Subject::key))
                .containsExactly("device/" + new UUID(0, 1), "user/4", "group/1", "tag/2", "app/3", "company");
        assertThat(Subject.keyOf(new DeviceId(new UUID(0, 1)))).isEqualTo("device/" + new UUID(0, 1));
    }
}
