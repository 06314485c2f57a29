package se.handtag.mdm;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every name on the wire, the only place where they stand. Sent as written here; read in any case.
 */
enum Field {
    ID("id"),
    NAME("name"),
    DESCRIPTION("description"),
    PARENT_ID("parentId"),
    GROUP_ID("groupId"),
    USER_ID("userId"),
    DEVICE_ID("deviceId"),
    TAG_ID("tagId"),
    APP_ID("appId"),
    EMAIL("email"),
    PHONE_NUMBER("phoneNumber"),
    ACCOUNT("account"),
    ACCOUNT_GROUP("accountGroup"),
    ACCOUNT_NAME("accountName"),
    COMPANY("company"),
    OFFICE("office"),
    DEPARTMENT("department"),
    POSITION("position"),
    SERIAL_NUMBER("serialNumber"),
    MODEL("model"),
    PLATFORM("platform"),
    OS_VERSION("osVersion"),
    LAST_CONTACT("lastContact"),
    LAST_INVENTORY("lastInventory"),
    PACKAGE_ID("packageId"),
    VERSION_TEXT("versionText"),
    VERSION_NUMBER("versionNumber"),
    SIZE("size"),
    STORE("store"),
    STORE_ID("storeId"),
    IMAGE_DATA("imageData"),
    IMAGE_URL("imageUrl"),
    VPP("vpp"),
    IDENTIFIER("identifier"),
    MESSAGE("message");

    /** Further spellings met at a live MDM, in lower case: the place for corrections. */
    private static final Map<String, Field> ALSO = Map.of();

    private static final Map<String, Field> BY_SPELLING = spellings();

    private final String wire;

    Field(String wire) {
        this.wire = wire;
    }

    /** As it is sent. */
    String wire() {
        return wire;
    }

    /** Null for a name that the contract does not know. */
    static @Nullable Field of(String name) {
        Field exact = BY_SPELLING.get(name);
        return exact != null ? exact : BY_SPELLING.get(name.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Field> spellings() {
        Map<String, Field> all = new HashMap<>(ALSO);
        for (Field field : values()) {
            all.put(field.wire, field);
            all.put(field.wire.toLowerCase(Locale.ROOT), field);
            all.put(field.wire.substring(0, 1).toUpperCase(Locale.ROOT) + field.wire.substring(1), field);
        }
        return Map.copyOf(all);
    }
}
