package se.handtag.commands;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.devices.Fleet;
import se.handtag.devices.MdmUsers;
import se.handtag.mdm.Apps;
import se.handtag.mdm.Groups;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.Tags;
import se.handtag.policy.Subject;

/** Reads subjects as the MDM has them at this moment. */
@Component
public class Subjects {
    private final Fleet fleet;
    private final MdmUsers users;
    private final Groups groups;
    private final Tags tags;
    private final Apps apps;

    Subjects(Fleet fleet, MdmUsers users, Groups groups, Tags tags, Apps apps) {
        this.fleet = fleet;
        this.users = users;
        this.groups = groups;
        this.tags = tags;
        this.apps = apps;
    }

    /** The same subject now, empty when it is gone. @throws MdmException when the MDM cannot say */
    public Optional<Subject> readNow(Subject then) {
        return switch (then) {
            case Subject.OfDevice(var device) -> fleet.readNow(device.id()).map(Subject.OfDevice::new);
            case Subject.OfUser(var user) -> users.readNow(user.id()).map(Subject.OfUser::new);
            case Subject.OfGroup(var id, var name) ->
                unlessGone(() -> new Subject.OfGroup(id, or(groups.get(id).name(), name)));
            case Subject.OfTag(var id, var name) ->
                unlessGone(() -> new Subject.OfTag(id, or(tags.get(id).name(), name)));
            case Subject.OfApp(var id, var name) ->
                unlessGone(() -> new Subject.OfApp(id, or(apps.get(id).name(), name)));
            case Subject.Company company -> Optional.of(company);
        };
    }

    private static Optional<Subject> unlessGone(Supplier<Subject> read) {
        try {
            return Optional.of(read.get());
        } catch (MdmException.NotFound gone) {
            return Optional.empty();
        }
    }

    private static String or(@Nullable String now, String then) {
        return now == null ? then : now;
    }
}
