package se.handtag.commands;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Apps;
import se.handtag.mdm.DeviceTagQuery;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.Devices;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.Groups;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.NewApp;
import se.handtag.mdm.TagId;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserId;
import se.handtag.mdm.UserTagQuery;
import se.handtag.mdm.UserTags;
import se.handtag.mdm.Users;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/** Reads from the MDM whether a change to what it keeps is there. Orders to a device are followed by its contact instead. */
@Component
class Sights {
    private final Devices devices;
    private final DeviceTags deviceTags;
    private final UserTags userTags;
    private final Users users;
    private final Groups groups;
    private final Tags tags;
    private final Apps apps;

    Sights(
            Devices devices,
            DeviceTags deviceTags,
            UserTags userTags,
            Users users,
            Groups groups,
            Tags tags,
            Apps apps) {
        this.devices = devices;
        this.deviceTags = deviceTags;
        this.userTags = userTags;
        this.users = users;
        this.groups = groups;
        this.tags = tags;
        this.apps = apps;
    }

    /**
     * @param created the id that the MDM answered with, null when nothing was created
     * @throws MdmException when it cannot be asked now
     */
    Sight of(Subject subject, Action action, @Nullable String created) {
        return switch (action) {
            case Action.PutTag put -> thatIs(isOn(subject, put.tag()), "on", "off");
            case Action.TakeTag take -> thatIs(!isOn(subject, take.tag()), "off", "on");
            case Action.PutUserTag put -> thatIs(isOnUser(subject, put.tag()), "on", "off");
            case Action.TakeUserTag take -> thatIs(!isOnUser(subject, take.tag()), "off", "on");
            case Action.HandOver over -> {
                UserId owner =
                        devices.get(Objects.requireNonNull(subject.deviceId())).userId();
                yield compared(String.valueOf(owner), new Told(over.to(), owner));
            }
            case Action.ChangeUser change -> user(subject, change);
            case Action.RenameGroup(var name) -> {
                String now = groups.get(((Subject.OfGroup) subject).id()).name();
                yield compared(String.valueOf(now), new Told(name, now));
            }
            case Action.ChangeTag(var change) -> {
                var now = tags.get(((Subject.OfTag) subject).id());
                yield compared(
                        String.valueOf(now.name()),
                        new Told(change.name(), now.name()),
                        new Told(change.description(), now.description()),
                        new Told(change.groupId(), now.groupId()));
            }
            case Action.DeleteUser() -> gone(() -> users.get(Objects.requireNonNull(subject.owner())));
            case Action.DeleteGroup() -> gone(() -> groups.get(((Subject.OfGroup) subject).id()));
            case Action.DeleteTag() -> gone(() -> tags.get(((Subject.OfTag) subject).id()));
            case Action.CreateUser _ -> there(created, id -> users.get(new UserId(id)));
            case Action.CreateGroup _ -> there(created, id -> groups.get(new GroupId(id)));
            case Action.CreateTag _ -> there(created, id -> tags.get(new TagId(id)));
            case Action.PutApp(var app) -> app(created, app);
            case Action.Refresh _,
                    Action.Lock _,
                    Action.Message _,
                    Action.ClearPasscode _,
                    Action.InstallApp _,
                    Action.RemoveApp _,
                    Action.Wipe _ -> new Sight.NeverShown();
        };
    }

    private boolean isOn(Subject subject, TagId tag) {
        var device = Objects.requireNonNull(subject.deviceId());
        return deviceTags.find(new DeviceTagQuery().deviceId(device)).stream()
                .anyMatch(link -> tag.equals(link.tagId()) && device.equals(link.deviceId()));
    }

    private boolean isOnUser(Subject subject, TagId tag) {
        var user = Objects.requireNonNull(subject.owner());
        return userTags.find(new UserTagQuery().userId(user)).stream()
                .anyMatch(link -> tag.equals(link.tagId()) && user.equals(link.userId()));
    }

    private Sight user(Subject subject, Action.ChangeUser wanted) {
        var change = wanted.change();
        var now = users.get(Objects.requireNonNull(subject.owner()));
        return compared(
                "",
                new Told(change.name(), now.name()),
                new Told(change.email(), now.email()),
                new Told(change.phoneNumber(), now.phoneNumber()),
                new Told(change.groupId(), now.groupId()),
                new Told(change.company(), now.company()),
                new Told(change.office(), now.office()),
                new Told(change.department(), now.department()),
                new Told(change.position(), now.position()));
    }

    private Sight app(@Nullable String created, NewApp wanted) {
        return there(
                created,
                id -> apps.get(new AppId(id)),
                now -> compared(
                        String.valueOf(created),
                        new Told(wanted.name(), now.name()),
                        new Told(wanted.versionText(), now.versionText()),
                        new Told(wanted.versionNumber(), now.versionNumber())));
    }

    /**
     * One field.
     *
     * @param wanted null for nothing
     * @param now null when the MDM does not tell it
     */
    private record Told(@Nullable Object wanted, @Nullable Object now) {

        boolean isOtherwise() {
            return wanted != null && now != null && !wanted.equals(now);
        }

        boolean isUntold() {
            return wanted != null && now == null && !wanted.toString().isBlank();
        }
    }

    private static Sight compared(String evidence, Told... fields) {
        if (Arrays.stream(fields).anyMatch(Told::isOtherwise)) {
            return new Sight.Otherwise(evidence);
        }
        return Arrays.stream(fields).anyMatch(Told::isUntold)
                ? new Sight.Silent()
                : new Sight.Seen("read-again", evidence);
    }

    private static Sight gone(Supplier<Object> read) {
        try {
            var _ = read.get();
            return new Sight.Otherwise("");
        } catch (MdmException.NotFound gone) {
            return new Sight.Seen("read-again", "");
        }
    }

    private static Sight there(@Nullable String created, Function<Integer, Object> read) {
        return there(created, read, _ -> new Sight.Seen("read-again", String.valueOf(created)));
    }

    /** @param shows what is seen of it, when it is there */
    private static <T> Sight there(@Nullable String created, Function<Integer, T> read, Function<T, Sight> shows) {
        Optional<Integer> id = Optional.ofNullable(created)
                .map(text -> text.split(" ")[0])
                .filter(Predicate.not(String::isEmpty))
                .map(Integer::valueOf);
        if (id.isEmpty()) {
            return new Sight.NeverShown();
        }
        try {
            return shows.apply(read.apply(id.get()));
        } catch (MdmException.NotFound gone) {
            return new Sight.Otherwise("");
        }
    }

    private static Sight thatIs(boolean so, String seen, String instead) {
        return so ? new Sight.Seen("read-again", seen) : new Sight.Otherwise(instead);
    }
}
