package se.handtag.commands;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Apps;
import se.handtag.mdm.DeviceChange;
import se.handtag.mdm.DeviceCommand;
import se.handtag.mdm.DeviceCommands;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.DeviceTagId;
import se.handtag.mdm.DeviceTagQuery;
import se.handtag.mdm.DeviceTags;
import se.handtag.mdm.Devices;
import se.handtag.mdm.GroupChange;
import se.handtag.mdm.Groups;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.NewDeviceTag;
import se.handtag.mdm.NewGroup;
import se.handtag.mdm.NewUserTag;
import se.handtag.mdm.TagId;
import se.handtag.mdm.Tags;
import se.handtag.mdm.UserId;
import se.handtag.mdm.UserTagId;
import se.handtag.mdm.UserTagQuery;
import se.handtag.mdm.UserTags;
import se.handtag.mdm.Users;
import se.handtag.policy.Action;
import se.handtag.policy.Subject;

/** The writing operations of the MDM, each behind the action that asks for it. */
@Component
class Wire {
    private final DeviceCommands commands;
    private final Devices devices;
    private final DeviceTags deviceTags;
    private final UserTags userTags;
    private final Users users;
    private final Groups groups;
    private final Tags tags;
    private final Apps apps;

    Wire(
            DeviceCommands commands,
            Devices devices,
            DeviceTags deviceTags,
            UserTags userTags,
            Users users,
            Groups groups,
            Tags tags,
            Apps apps) {
        this.commands = commands;
        this.devices = devices;
        this.deviceTags = deviceTags;
        this.userTags = userTags;
        this.users = users;
        this.groups = groups;
        this.tags = tags;
        this.apps = apps;
    }

    /**
     * Makes the call.
     *
     * @return the id of what was created, null when nothing was
     * @throws MdmException when the MDM did not say that it took it
     * @throws IllegalArgumentException when this cannot be done to such a subject
     */
    @Nullable
    String send(Subject subject, Action action) {
        return switch (subject) {
            case Subject.OfDevice(var device) -> toDevice(device.id(), action);
            case Subject.OfUser(var user) -> toUser(user.id(), action);
            case Subject.OfGroup group -> {
                switch (action) {
                    case Action.RenameGroup(var name) -> groups.change(group.id(), new GroupChange(name));
                    case Action.DeleteGroup() -> groups.delete(group.id());
                    default -> throw unfit(subject, action);
                }
                yield null;
            }
            case Subject.OfTag tag -> {
                switch (action) {
                    case Action.ChangeTag(var change) -> tags.change(tag.id(), change);
                    case Action.DeleteTag() -> tags.delete(tag.id());
                    default -> throw unfit(subject, action);
                }
                yield null;
            }
            case Subject.OfApp _, Subject.Company _ -> create(subject, action);
        };
    }

    private @Nullable String toDevice(DeviceId id, Action action) {
        switch (action) {
            case Action.PutTag put -> {
                return deviceTags.add(new NewDeviceTag(id, put.tag())).toString();
            }
            case Action.TakeTag take -> links(id, take.tag()).forEach(deviceTags::delete);
            case Action.HandOver over -> devices.change(id, new DeviceChange(over.to()));
            default -> commands.send(id, order(action));
        }
        return null;
    }

    private static DeviceCommand order(Action action) {
        return switch (action) {
            case Action.Refresh() -> new DeviceCommand.Inventory();
            case Action.Lock() -> new DeviceCommand.Lock();
            case Action.Message(var text) -> new DeviceCommand.SendMessage(text);
            case Action.ClearPasscode() -> new DeviceCommand.ClearPasscode();
            case Action.InstallApp install -> new DeviceCommand.InstallApp(install.app(), install.vpp());
            case Action.RemoveApp remove -> new DeviceCommand.RemoveApp(remove.packageId());
            case Action.Wipe() -> new DeviceCommand.Wipe();
            default -> throw new IllegalArgumentException(action.kind() + " is no order to a device");
        };
    }

    private @Nullable String toUser(UserId id, Action action) {
        switch (action) {
            case Action.PutUserTag put -> {
                return userTags.add(new NewUserTag(id, put.tag())).toString();
            }
            case Action.TakeUserTag take -> links(id, take.tag()).forEach(userTags::delete);
            case Action.ChangeUser(var change) -> users.change(id, change);
            case Action.DeleteUser() -> users.delete(id);
            default -> throw new IllegalArgumentException(action.kind() + " is not done to a user");
        }
        return null;
    }

    private String create(Subject subject, Action action) {
        return switch (action) {
            case Action.CreateUser(var user) -> users.add(user).toString();
            case Action.CreateGroup(var name, var parent) ->
                groups.add(new NewGroup(name, parent)).toString();
            case Action.CreateTag(var tag) -> tags.add(tag).toString();
            case Action.PutApp(var app) -> put(subject, apps.put(app));
            default -> throw unfit(subject, action);
        };
    }

    private static String put(Subject subject, AppId app) {
        // An app is found by its package id, platform and store: bringing one up to date may have added another.
        return subject instanceof Subject.OfApp known && !known.id().equals(app)
                ? app + " (≠ " + known.id() + ")"
                : app.toString();
    }

    /** Whether a tag that is to be taken off is not there, so that nothing needs to be sent. */
    boolean nothingToTake(Subject subject, Action action) {
        return switch (action) {
            case Action.TakeTag take ->
                links(Objects.requireNonNull(subject.deviceId()), take.tag()).isEmpty();
            case Action.TakeUserTag take ->
                links(Objects.requireNonNull(subject.owner()), take.tag()).isEmpty();
            default -> false;
        };
    }

    private List<DeviceTagId> links(DeviceId device, TagId tag) {
        return deviceTags.find(new DeviceTagQuery().deviceId(device)).stream()
                .filter(link -> tag.equals(link.tagId()) && device.equals(link.deviceId()))
                .map(link -> Objects.requireNonNull(link.id()))
                .toList();
    }

    private List<UserTagId> links(UserId user, TagId tag) {
        return userTags.find(new UserTagQuery().userId(user)).stream()
                .filter(link -> tag.equals(link.tagId()) && user.equals(link.userId()))
                .map(link -> Objects.requireNonNull(link.id()))
                .toList();
    }

    private static IllegalArgumentException unfit(Subject subject, Action action) {
        return new IllegalArgumentException(action.kind() + " is not done to a " + subject.kind());
    }
}
