package se.handtag.ui.directory;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.Entry;
import se.handtag.devices.FleetIndex;
import se.handtag.mdm.UserId;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;
import se.handtag.ui.kit.Notice;
import se.handtag.ui.kit.SerialEnding;
import se.handtag.ui.kit.TimeText;

/** Which devices move along, and are configured again, when many people come to other groups at once. */
@Component
class Moves {
    private static final int NAMED = 5;

    private final FleetIndex index;
    private final Clock clock;

    Moves(FleetIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /**
     * Who and what moves.
     *
     * @param people how many
     * @param devices null when the portal has not read the MDM yet
     * @param age when it read it, so that whoever is about to press knows how far to trust the number
     */
    record Along(int people, FleetIndex.@Nullable Owned devices, FleetIndex.@Nullable Age age) {}

    /** Counted in the index: the MDM tells devices of one person at a time, and a file may move thousands. */
    Along of(List<Batch.Item> items) {
        List<UserId> people = items.stream().flatMap(Moves::moved).toList();
        var age = people.isEmpty() ? null : index.age().orElse(null);
        return new Along(people.size(), age == null ? null : index.devicesOf(people, NAMED), age);
    }

    private static Stream<UserId> moved(Batch.Item item) {
        return item instanceof Batch.Item.Ask(var _, var _, Subject.OfUser who, Action.ChangeUser(var change))
                        && change.groupId() != null
                ? Stream.of(who.user().id())
                : Stream.empty();
    }

    /** In the language of the screen that asks. */
    Notice notice(Along along) {
        return Notice.warn(say("directory.move"), words(along));
    }

    private String words(Along along) {
        var devices = along.devices();
        if (devices == null) {
            return say("directory.files.move.unknown", along.people());
        }
        var words = devices.count() == 0
                ? say("directory.files.move.none", along.people())
                : say("directory.files.move.devices", along.people(), devices.count(), names(devices));
        var age = Objects.requireNonNull(along.age());
        return words + " " + say("directory.files.move.age", TimeText.relativeWords(age.readAt(), clock));
    }

    private static String names(FleetIndex.Owned devices) {
        return devices.first().stream().map(Moves::label).collect(Collectors.joining(", "))
                + (devices.count() > devices.first().size() ? " …" : ".");
    }

    private static String label(Entry device) {
        return SerialEnding.with(Objects.requireNonNullElse(device.model(), device.title()), device.serial());
    }

    private static String say(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
