package se.handtag.mdm;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** How the MDM's objects become this room's records: which field goes where. Source: the contract's list of names. */
final class Shapes {
    private static final Map<Class<?>, Function<Row, ? extends @Nullable Object>> RECORDS = Map.of(
            Group.class, Shapes::group,
            User.class, Shapes::user,
            Device.class, Shapes::device,
            Tag.class, Shapes::tag,
            DeviceTag.class, Shapes::deviceTag,
            UserTag.class, Shapes::userTag,
            App.class, Shapes::app);

    private static final Map<Class<?>, IntFunction<?>> IDS = Map.of(
            GroupId.class, GroupId::new,
            UserId.class, UserId::new,
            TagId.class, TagId::new,
            DeviceTagId.class, DeviceTagId::new,
            UserTagId.class, UserTagId::new,
            AppId.class, AppId::new);

    private Shapes() {}

    /** Null for a type that is not read as an object. The function answers null for an object that lacks what is certain. */
    static @Nullable Function<Row, ? extends @Nullable Object> record(Class<?> type) {
        return RECORDS.get(type);
    }

    /** Null for a type that is not an id. */
    static @Nullable IntFunction<?> id(Class<?> type) {
        return IDS.get(type);
    }

    private static Group group(Row row) {
        return new Group(
                row.id(Field.ID, GroupId::new),
                row.text(Field.NAME),
                row.id(Field.PARENT_ID, GroupId::new),
                row.others());
    }

    private static User user(Row row) {
        return new User(
                row.id(Field.ID, UserId::new),
                row.text(Field.NAME),
                row.text(Field.EMAIL),
                row.text(Field.PHONE_NUMBER),
                row.text(Field.ACCOUNT_GROUP),
                row.text(Field.ACCOUNT_NAME),
                row.id(Field.GROUP_ID, GroupId::new),
                row.text(Field.COMPANY),
                row.text(Field.OFFICE),
                row.text(Field.DEPARTMENT),
                row.text(Field.POSITION),
                row.others());
    }

    private static @Nullable Device device(Row row) {
        DeviceId id = row.deviceId(Field.ID);
        if (id == null) {
            return null;
        }
        return new Device(
                id,
                row.text(Field.SERIAL_NUMBER),
                row.id(Field.USER_ID, UserId::new),
                row.id(Field.GROUP_ID, GroupId::new),
                row.text(Field.NAME),
                row.text(Field.MODEL),
                row.platform(),
                row.text(Field.OS_VERSION),
                row.time(Field.LAST_CONTACT),
                row.time(Field.LAST_INVENTORY),
                row.others());
    }

    private static Tag tag(Row row) {
        return new Tag(
                row.id(Field.ID, TagId::new),
                row.text(Field.NAME),
                row.text(Field.DESCRIPTION),
                row.id(Field.GROUP_ID, GroupId::new),
                row.others());
    }

    private static DeviceTag deviceTag(Row row) {
        return new DeviceTag(
                row.id(Field.ID, DeviceTagId::new),
                row.deviceId(Field.DEVICE_ID),
                row.id(Field.TAG_ID, TagId::new),
                row.others());
    }

    private static UserTag userTag(Row row) {
        return new UserTag(
                row.id(Field.ID, UserTagId::new),
                row.id(Field.USER_ID, UserId::new),
                row.id(Field.TAG_ID, TagId::new),
                row.others());
    }

    private static App app(Row row) {
        return new App(
                row.id(Field.ID, AppId::new),
                row.text(Field.NAME),
                row.text(Field.DESCRIPTION),
                row.text(Field.COMPANY),
                row.text(Field.PACKAGE_ID),
                row.text(Field.VERSION_TEXT),
                row.number(Field.VERSION_NUMBER),
                row.platform(),
                row.number(Field.SIZE),
                row.store(),
                row.text(Field.STORE_ID),
                row.text(Field.IMAGE_URL),
                row.others());
    }
}
