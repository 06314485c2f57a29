package se.handtag.policy;

import org.jspecify.annotations.Nullable;
import se.handtag.devices.FleetDevice;
import se.handtag.devices.MdmUser;
import se.handtag.mdm.AppId;
import se.handtag.mdm.DeviceId;
import se.handtag.mdm.GroupId;
import se.handtag.mdm.TagId;
import se.handtag.mdm.UserId;

/**
 * What an {@link Action} is done to, as it was when somebody looked. Two subjects of one {@link #key()} are the same thing
 * in the MDM, whatever else is known of them.
 */
public sealed interface Subject {

    SubjectKind kind();

    /** Which thing of the MDM it is: {@code device/<guid>}, {@code user/17}, {@code company}. */
    String key();

    /** What a person would call it, in records and on buttons. May name people: not for logs. */
    String label();

    /** The device, null when the subject is none. */
    default @Nullable FleetDevice device() {
        return null;
    }

    /** The device's id, null when the subject is none. */
    default @Nullable DeviceId deviceId() {
        FleetDevice device = device();
        return device == null ? null : device.id();
    }

    /** Whose it is: a device's owner, a user themselves; null for nobody's. */
    default @Nullable UserId owner() {
        return null;
    }

    /** The same as records name it, such as {@code user/17}; null for nobody's. */
    default @Nullable String ownerKey() {
        UserId owner = owner();
        return owner == null ? null : SubjectKind.USER.key() + "/" + owner.value();
    }

    /** How a device is known, wherever only its id is at hand. */
    static String keyOf(DeviceId device) {
        return SubjectKind.DEVICE.key() + "/" + device.value();
    }

    /** A device. */
    record OfDevice(FleetDevice device) implements Subject {
        @Override
        public SubjectKind kind() {
            return SubjectKind.DEVICE;
        }

        @Override
        public String key() {
            return keyOf(device.id());
        }

        @Override
        public String label() {
            return device.label();
        }

        @Override
        public @Nullable UserId owner() {
            return device.owner();
        }
    }

    /** A user of the MDM. */
    record OfUser(MdmUser user) implements Subject {
        @Override
        public SubjectKind kind() {
            return SubjectKind.USER;
        }

        @Override
        public String key() {
            return kind().key() + "/" + user.id();
        }

        @Override
        public String label() {
            return user.name();
        }

        @Override
        public UserId owner() {
            return user.id();
        }
    }

    /** A group of users and devices. */
    record OfGroup(GroupId id, String name) implements Subject {
        @Override
        public SubjectKind kind() {
            return SubjectKind.GROUP;
        }

        @Override
        public String key() {
            return kind().key() + "/" + id;
        }

        @Override
        public String label() {
            return name;
        }
    }

    /** A tag. */
    record OfTag(TagId id, String name) implements Subject {
        @Override
        public SubjectKind kind() {
            return SubjectKind.TAG;
        }

        @Override
        public String key() {
            return kind().key() + "/" + id;
        }

        @Override
        public String label() {
            return name;
        }
    }

    /** An app of the MDM. */
    record OfApp(AppId id, String name) implements Subject {
        @Override
        public SubjectKind kind() {
            return SubjectKind.APP;
        }

        @Override
        public String key() {
            return kind().key() + "/" + id;
        }

        @Override
        public String label() {
            return name;
        }
    }

    /** The company as a whole, to which something is added. */
    record Company() implements Subject {
        @Override
        public SubjectKind kind() {
            return SubjectKind.COMPANY;
        }

        @Override
        public String key() {
            return kind().key();
        }

        @Override
        public String label() {
            return "DuoSTATION";
        }
    }
}
