package se.handtag.ui.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.devices.MdmUsers;
import se.handtag.mdm.UserId;

/** What the MDM configures anew when a device gets another user: it follows its user's group, and the user's tags. */
@Component
public class HandOverChanges {
    private final MdmUsers users;
    private final Words words;

    HandOverChanges(MdmUsers users, Words words) {
        this.users = users;
        this.words = words;
    }

    /**
     * A sentence for each change; none when the device has no owner, or one of the two is not known.
     *
     * @throws se.handtag.mdm.MdmException when the MDM cannot be asked for the two
     */
    public List<String> of(FleetDevice device, UserId to, Locale locale) {
        var owner = device.owner() == null ? null : users.find(device.owner()).orElse(null);
        var colleague = users.find(to).orElse(null);
        return owner == null || colleague == null ? List.of() : of(device, owner, colleague, locale);
    }

    /** The same for whoever has the two at hand. */
    public List<String> of(FleetDevice device, MdmUser owner, MdmUser colleague, Locale locale) {
        List<String> lines = new ArrayList<>();
        String from = String.join(" › ", users.pathOf(owner.group()));
        String to = String.join(" › ", users.pathOf(colleague.group()));
        lines.add(from.equals(to) ? say(locale, "same-group") : say(locale, "group", from, to));
        // What stands on the device itself stays, whoever has it.
        var lost = tags(
                owner, tag -> !colleague.tags().contains(tag) && !device.tags().contains(tag));
        if (!lost.isEmpty()) {
            lines.add(say(locale, "loses", owner.name(), lost));
        }
        var gained = tags(
                colleague, tag -> !owner.tags().contains(tag) && !device.tags().contains(tag));
        if (!gained.isEmpty()) {
            lines.add(say(locale, "gains", colleague.name(), gained));
        }
        if (!device.tags().isEmpty()) {
            lines.add(say(locale, "keeps", String.join(", ", device.tags())));
        }
        return lines;
    }

    private static String tags(MdmUser user, Predicate<String> which) {
        return String.join(", ", user.tags().stream().filter(which).toList());
    }

    private String say(Locale locale, String key, Object... arguments) {
        return words.say(locale, "words.hand-over." + key, arguments);
    }
}
