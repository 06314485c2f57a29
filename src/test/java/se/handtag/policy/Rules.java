package se.handtag.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.handtag.catalogue.CatalogueApp;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.identity.Role;
import se.handtag.mdm.AppId;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.Platform;
import se.handtag.mdm.UserId;

/** Rules and questions for tests of rules. */
final class Rules {
    /** A rule of no consequence, for a file must speak of every action. */
    static final String REST = """
            - id: rest
              effect: allow
              actions: [%s]
              when: 'false'
              because: {en: Never., sv: Aldrig.}
            """.formatted(
                    Arrays.stream(ActionKind.values()).map(ActionKind::key).collect(Collectors.joining(", ")));

    private Rules() {}

    static RuleSet shipped() {
        try (InputStream file = Objects.requireNonNull(Rules.class.getResourceAsStream("/policy/rules.yaml"))) {
            return RuleSet.of("rules.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A rule about locking. */
    static String rule(String id, String effect, String condition) {
        String by = switch (effect) {
            case "needs approval" -> "  by: manager\n";
            case "hold" -> "  for: 15m\n";
            default -> "";
        };
        return "- id: " + id + "\n  effect: " + effect + "\n" + by + "  actions: [lock]\n  when: '" + condition
                + "'\n  because: {en: Because of " + id + "., sv: På grund av " + id + ".}\n";
    }

    /** What these rules say to the owner of an iPhone who wants to lock it. */
    static Decision lock(String... rules) {
        return RuleSet.of("test.yaml", String.join("", rules) + REST).decide(question(ActionKind.LOCK, Platform.IOS));
    }

    static Question question(ActionKind action, Platform platform) {
        return question(action, new Subject.OfDevice(device(platform)));
    }

    static Question question(ActionKind action, Subject subject) {
        return new Question(Set.of(Role.EMPLOYEE), true, action, subject, owner(), List.of(), false, null);
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
                List.of());
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
