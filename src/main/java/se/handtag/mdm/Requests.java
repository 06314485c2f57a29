package se.handtag.mdm;

import feign.QueryMapEncoder;
import feign.RequestTemplate;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How this room's records become JSON bodies and the parts of a query. Parts that are null are left out. */
final class Requests implements Encoder, QueryMapEncoder {
    private final JsonMapper json = new JsonMapper();

    @Override
    public void encode(Object object, Type bodyType, RequestTemplate template) {
        template.header("Content-Type", "application/json; charset=utf-8");
        template.body(json.writeValueAsBytes(body(object)), StandardCharsets.UTF_8);
    }

    @Override
    public Map<String, Object> encode(Object query) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        query(query).parts.forEach((name, value) -> {
            // A server may take a blank part for one that is left out, and answer with everybody.
            if (value.toString().isBlank()) {
                throw new NotSendable(List.of(Violation.TEXT_MISSING));
            }
            encoded.put(name, StrictEncoding.encode(value.toString()));
        });
        return encoded;
    }

    private static Parts query(Object query) {
        return switch (query) {
            case UserQuery user ->
                new Parts()
                        .with(Field.EMAIL, user.email())
                        .with(Field.PHONE_NUMBER, user.phoneNumber())
                        .with(Field.ACCOUNT, user.account())
                        .with(Field.GROUP_ID, user.groupId())
                        .with(Field.TAG_ID, user.tagId());
            case DeviceQuery device ->
                new Parts()
                        .with(Field.SERIAL_NUMBER, device.serialNumber())
                        .with(Field.GROUP_ID, device.groupId())
                        .with(Field.USER_ID, device.userId())
                        .with(Field.ACCOUNT_NAME, device.accountName())
                        .with(Field.TAG_ID, device.tagId());
            case DeviceTagQuery link ->
                new Parts().with(Field.DEVICE_ID, link.deviceId()).with(Field.SERIAL_NUMBER, link.serialNumber());
            case UserTagQuery link ->
                new Parts().with(Field.USER_ID, link.userId()).with(Field.EMAIL, link.email());
            default -> throw new IllegalArgumentException("no query: " + query.getClass());
        };
    }

    private static Map<String, Object> body(Object object) {
        Parts parts = switch (object) {
            case GroupChange change -> new Parts().required(Field.NAME, change.name());
            case NewGroup group ->
                new Parts().required(Field.NAME, group.name()).with(Field.PARENT_ID, group.parentId());
            case UserChange change -> user(change);
            case NewUser user -> user(user);
            case DeviceChange change -> new Parts().with(Field.USER_ID, change.userId());
            case TagChange change ->
                new Parts()
                        .with(Field.NAME, change.name())
                        .with(Field.DESCRIPTION, change.description())
                        .with(Field.GROUP_ID, change.groupId());
            case NewTag tag ->
                new Parts()
                        .required(Field.NAME, tag.name())
                        .with(Field.DESCRIPTION, tag.description())
                        .with(Field.GROUP_ID, tag.groupId());
            case NewDeviceTag link ->
                new Parts().with(Field.DEVICE_ID, link.deviceId()).with(Field.TAG_ID, link.tagId());
            // The vendor's document writes this one id in quotes.
            case NewUserTag link ->
                new Parts().with(Field.USER_ID, link.userId().toString()).with(Field.TAG_ID, link.tagId());
            case NewApp app -> app(app);
            case DeviceCommand command -> command(command);
            default -> throw new IllegalArgumentException("no body: " + object.getClass());
        };
        return parts.parts;
    }

    private static Parts user(UserChange change) {
        return new Parts()
                .with(Field.NAME, change.name())
                .with(Field.EMAIL, change.email())
                .with(Field.PHONE_NUMBER, change.phoneNumber())
                .with(Field.GROUP_ID, change.groupId())
                .with(Field.COMPANY, change.company())
                .with(Field.OFFICE, change.office())
                .with(Field.DEPARTMENT, change.department())
                .with(Field.POSITION, change.position());
    }

    private static Parts user(NewUser user) {
        return new Parts()
                .required(Field.NAME, user.name())
                .with(Field.EMAIL, user.email())
                .with(Field.PHONE_NUMBER, user.phoneNumber())
                .with(Field.ACCOUNT_GROUP, user.accountGroup())
                .with(Field.ACCOUNT_NAME, user.accountName())
                .with(Field.GROUP_ID, user.groupId())
                .with(Field.COMPANY, user.company())
                .with(Field.OFFICE, user.office())
                .with(Field.DEPARTMENT, user.department())
                .with(Field.POSITION, user.position());
    }

    private static Parts app(NewApp app) {
        List<Violation> violations = app.violations();
        Platform platform = app.platform();
        Store store = app.store();
        if (!violations.isEmpty() || platform == null || store == null) {
            throw new NotSendable(violations);
        }
        return new Parts()
                .with(Field.NAME, app.name())
                .with(Field.DESCRIPTION, app.description())
                .with(Field.COMPANY, app.company())
                .with(Field.PACKAGE_ID, app.packageId())
                .with(Field.VERSION_TEXT, app.versionText())
                .with(Field.VERSION_NUMBER, app.versionNumber())
                .with(Field.PLATFORM, platform.number())
                .with(Field.SIZE, app.size())
                .with(Field.STORE, store.number())
                .with(Field.STORE_ID, app.storeId())
                .with(Field.IMAGE_DATA, app.imageData())
                .with(Field.IMAGE_URL, app.imageUrl());
    }

    private static Parts command(DeviceCommand command) {
        return switch (command) {
            case DeviceCommand.InstallApp install ->
                new Parts().with(Field.APP_ID, install.appId()).with(Field.VPP, install.vpp());
            case DeviceCommand.RemoveApp remove -> new Parts().required(Field.IDENTIFIER, remove.identifier());
            case DeviceCommand.SendMessage message -> new Parts().required(Field.MESSAGE, message.message());
            case DeviceCommand.Inventory _, DeviceCommand.Lock _, DeviceCommand.Wipe _, DeviceCommand.ClearPasscode _ ->
                new Parts();
        };
    }

    /** Names and values in the order of the document. */
    private static final class Parts {
        private final Map<String, Object> parts = new LinkedHashMap<>();

        Parts required(Field field, String text) {
            if (text.isBlank()) {
                throw new NotSendable(List.of(Violation.TEXT_MISSING));
            }
            return with(field, text);
        }

        Parts with(Field field, @Nullable Object value) {
            Object plain = plain(value);
            if (plain instanceof String text) {
                StrictEncoding.requireWhole(text);
            }
            if (plain != null) {
                parts.put(field.wire(), plain);
            }
            return this;
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return switch (value) {
                case GroupId id -> id.value();
                case UserId id -> id.value();
                case TagId id -> id.value();
                case AppId id -> id.value();
                case DeviceId id -> id.toString();
                case null, default -> value;
            };
        }
    }
}
