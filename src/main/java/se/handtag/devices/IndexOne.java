package se.handtag.devices;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.handtag.devices.Entry.Kind;
import se.handtag.mdm.AppId;
import se.handtag.mdm.Apps;
import se.handtag.mdm.Device;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.DeviceQuery;
import se.handtag.mdm.Devices;
import se.handtag.mdm.Groups;
import se.handtag.mdm.MdmException;
import se.handtag.mdm.TagId;
import se.handtag.mdm.Tags;
import se.handtag.mdm.User;
import se.handtag.mdm.UserId;
import se.handtag.mdm.Users;

/** Reads one thing again and whatever bears its name: with a person their devices, with a group all groups. */
@Component
class IndexOne {
    private final Users users;
    private final Devices devices;
    private final Apps apps;
    private final Groups groups;
    private final Tags tags;
    private final IndexTable table;
    private final TransactionTemplate transaction;

    IndexOne(
            Users users,
            Devices devices,
            Apps apps,
            Groups groups,
            Tags tags,
            IndexTable table,
            TransactionTemplate transaction) {
        this.users = users;
        this.devices = devices;
        this.apps = apps;
        this.groups = groups;
        this.tags = tags;
        this.table = table;
        this.transaction = transaction;
    }

    /** @return false when everything is being read at this moment, so that it has to be done again afterwards */
    boolean read(Kind kind, String id) {
        Consumer<IndexRows> found;
        try {
            found = read(new Thing(kind, id));
        } catch (MdmException.NotFound gone) {
            found = null;
        }
        Consumer<IndexRows> rows = found;
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!table.lock()) {
                return false;
            }
            if (rows == null) {
                table.forget(kind, id);
            } else {
                write(kind, rows);
            }
            return true;
        }));
    }

    private record Thing(Kind kind, String id) {
        int number() {
            return Integer.parseInt(id);
        }
    }

    private void write(Kind kind, Consumer<IndexRows> found) {
        IndexRows rows = table.fresh();
        found.accept(rows);
        rows.flush();
        table.bringUpToDate();
        if (kind == Kind.GROUP) {
            table.forgetTheRestOf(kind);
        }
    }

    /** A device may name an owner who is gone. */
    private @Nullable User orNull(UserId owner) {
        try {
            return users.get(owner);
        } catch (MdmException.NotFound gone) {
            return null;
        }
    }

    private Consumer<IndexRows> read(Thing thing) {
        return switch (thing.kind()) {
            case PERSON -> {
                User user = users.get(new UserId(thing.number()));
                List<Device> theirs = devices.find(new DeviceQuery().userId(Objects.requireNonNull(user.id())));
                yield rows -> {
                    rows.user(user);
                    theirs.forEach(rows::device);
                };
            }
            case DEVICE -> {
                Device device = devices.get(new DeviceId(UUID.fromString(thing.id())));
                UserId owner = device.userId();
                User user = owner == null ? null : orNull(owner);
                yield rows -> {
                    rows.device(device);
                    if (user != null) {
                        rows.user(user);
                    }
                };
            }
            case APP -> {
                var app = apps.get(new AppId(thing.number()));
                yield rows -> rows.app(app);
            }
            case GROUP -> {
                var tree = new GroupTree(groups.all());
                yield rows -> tree.all().forEach(group -> rows.group(group, tree.lineOf(group.id())));
            }
            case TAG -> {
                var tag = tags.get(new TagId(thing.number()));
                yield rows -> rows.tag(tag);
            }
        };
    }
}
