package se.handtag.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.catalogue.Configuration;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.identity.PersonId;
import se.handtag.identity.Role;
import se.handtag.mdm.AppId;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.NewTag;
import se.handtag.mdm.NewUser;
import se.handtag.mdm.Platform;
import se.handtag.mdm.TagChange;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserChange;
import se.handtag.mdm.UserId;

/** Rules and questions for tests of rules. */
final class Rules {
    /** A rule of no consequence, for a file must speak of every action. */
    static final String REST = """
            - id: rest
              effect: allow
              actions: [%s]
              when: app.package == "never"
              because: {en: Never., sv: Aldrig.}
            """.formatted(
                    Arrays.stream(ActionKind.values()).map(ActionKind::key).collect(Collectors.joining(", ")));

    static final Instant NOW = Instant.parse("2026-01-12T11:00:00Z");

    private Rules() {}

    static RuleSet shipped() {
        return RuleSet.of("rules.yaml", shippedText());
    }

    static String shippedText() {
        try (InputStream file = Objects.requireNonNull(Rules.class.getResourceAsStream("/policy/rules.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A rule about refreshing. */
    static String rule(String id, String effect, String condition) {
        String by = switch (effect) {
            case "needs approval" -> "  by: manager\n";
            case "hold" -> "  for: 15m\n";
            default -> "";
        };
        return "- id: " + id + "\n  effect: " + effect + "\n" + by + "  actions: [refresh]\n  when: '" + condition
                + "'\n  because: {en: Because of " + id + "., sv: På grund av " + id + ".}\n";
    }

    /** What these rules say to the owner of an iPhone who wants to refresh it. */
    static Decision refresh(String... rules) {
        return RuleSet.of("test.yaml", String.join("", rules) + REST)
                .decide(question(ActionKind.REFRESH, Platform.IOS));
    }

    static Question question(ActionKind action, Platform platform) {
        return question(action, new Subject.OfDevice(device(platform)));
    }

    static Question question(ActionKind action, Subject subject) {
        return question(Set.of(Role.EMPLOYEE), true, wanted(action), subject, false, null);
    }

    static Question question(
            Set<Role> roles, boolean own, Action wanted, Subject subject, boolean lost, @Nullable CatalogueApp app) {
        return new Question(
                new Asker(new PersonId(new UUID(0, 2)), roles, own ? new UserId(4) : null),
                own ? owner() : null,
                List.of(),
                own,
                wanted,
                subject,
                owner(),
                List.of(),
                lost,
                false,
                false,
                null,
                app,
                Manner.PLAIN,
                NOW,
                Recent.NONE);
    }

    /** The same after so much was asked for. */
    static Question with(Question one, Recent recent) {
        return copy(one, one.owner(), one.ownerGroups(), recent);
    }

    /** The same of an owner with that tag. */
    static Question tagged(Question one, String tag) {
        var tagged = new MdmUser(new UserId(4), "Anna", null, null, null, List.of(tag));
        return copy(one, tagged, one.ownerGroups(), one.recent());
    }

    /** The same of an owner in that group. */
    static Question grouped(Question one, String group) {
        return copy(one, one.owner(), List.of(group), one.recent());
    }

    /** The same by whoever is that user of the MDM, in these groups; null while the MDM does not say. */
    static Question by(Question one, @Nullable MdmUser actor, List<String> groups) {
        return new Question(
                one.asker(),
                actor,
                groups,
                one.own(),
                one.wanted(),
                one.subject(),
                one.owner(),
                one.ownerGroups(),
                one.lost(),
                one.inRules(),
                one.awaits(),
                one.configuration(),
                one.app(),
                one.manner(),
                one.now(),
                one.recent());
    }

    /** The same, wanting something else, of something else, under what IT has written about the tag. */
    static Question about(Question one, Action wanted, Subject subject, @Nullable Configuration configuration) {
        return new Question(
                one.asker(),
                one.actor(),
                one.actorGroups(),
                one.own(),
                wanted,
                subject,
                one.owner(),
                one.ownerGroups(),
                one.lost(),
                one.inRules(),
                one.awaits(),
                configuration,
                one.app(),
                one.manner(),
                one.now(),
                one.recent());
    }

    /** The same while the MDM does not say whose it is. */
    static Question ownerUnknown(Question one) {
        return copy(one, null, List.of(), one.recent());
    }

    private static Question copy(Question one, @Nullable MdmUser owner, List<String> groups, Recent recent) {
        return new Question(
                one.asker(),
                one.actor(),
                one.actorGroups(),
                one.own(),
                one.wanted(),
                one.subject(),
                owner,
                groups,
                one.lost(),
                one.inRules(),
                one.awaits(),
                one.configuration(),
                one.app(),
                one.manner(),
                one.now(),
                recent);
    }

    /** Some action of that kind. */
    static Action wanted(ActionKind kind) {
        return switch (kind) {
            case REFRESH -> new Action.Refresh();
            case LOCK -> new Action.Lock();
            case MESSAGE -> new Action.Message("Hello");
            case CLEAR_PASSCODE -> new Action.ClearPasscode();
            case INSTALL_APP -> new Action.InstallApp(new AppId(1), "App", "se.example", false);
            case REMOVE_APP -> new Action.RemoveApp("App", "se.example");
            case WIPE -> new Action.Wipe();
            case PUT_TAG -> new Action.PutTag(new TagId(1), "Tag");
            case TAKE_TAG -> new Action.TakeTag(new TagId(1), "Tag");
            case HAND_OVER -> new Action.HandOver(new UserId(5), "Bo");
            case PUT_USER_TAG -> new Action.PutUserTag(new TagId(1), "Tag");
            case TAKE_USER_TAG -> new Action.TakeUserTag(new TagId(1), "Tag");
            case CHANGE_USER -> new Action.ChangeUser(new UserChange());
            case CREATE_USER -> new Action.CreateUser(new NewUser("New"));
            case DELETE_USER -> new Action.DeleteUser();
            case CREATE_GROUP -> new Action.CreateGroup("Group", null);
            case RENAME_GROUP -> new Action.RenameGroup("Group");
            case DELETE_GROUP -> new Action.DeleteGroup();
            case CREATE_TAG -> new Action.CreateTag(new NewTag("Tag"));
            case CHANGE_TAG -> new Action.ChangeTag(new TagChange());
            case DELETE_TAG -> new Action.DeleteTag();
            case PUT_APP ->
                new Action.PutApp(new NewApp(
                        "App", null, "Maker", "se.example", "1", null, Platform.IOS, 1L, null, "1", null, null));
        };
    }

    static FleetDevice device(Platform platform) {
        return new FleetDevice(
                new DeviceId(new UUID(0, 1)),
                new UserId(4),
                "Hers",
                "Model",
                "SERIAL",
                platform,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    static MdmUser owner() {
        return new MdmUser(new UserId(4), "Anna", null, null, null, List.of());
    }

    static CatalogueApp app(Platform platform, boolean offered, CatalogueApp.Approval approval) {
        return new CatalogueApp(
                new AppId(1), "App", null, "se.example", platform, offered, null, approval, false, null, null, null);
    }

    /** The words of an app's setting in tests; null for an app that the MDM does not have. */
    record Setting(String words, @Nullable CatalogueApp app) {
        @Override
        public String toString() {
            return words;
        }
    }
}
