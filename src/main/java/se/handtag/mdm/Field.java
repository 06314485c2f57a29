package se.handtag.mdm;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

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
    private static final List<Field> ALL = List.of(values());

    /** Compares a name's bytes with what the MDM usually writes, without making a text of it: half of a fleet is names. */
    private static final PropertyNameMatcher USUAL = new JsonFactory()
            .constructNameMatcher(
                    ALL.stream().map(field -> Named.fromString(field.pascal())).toList(), false);

    private final String wire;

    Field(String wire) {
        this.wire = wire;
    }

    /** As it is sent. */
    String wire() {
        return wire;
    }

    private String pascal() {
        return wire.substring(0, 1).toUpperCase(Locale.ROOT) + wire.substring(1);
    }

    /** Lets the parser step to the next name of an object; what {@link #stoodAt} makes of the answer. */
    static int next(JsonParser json) {
        return json.nextNameMatch(USUAL);
    }

    /** Whether there was a name at all, and not the object's end. */
    static boolean isName(int match) {
        return match >= 0 || match == PropertyNameMatcher.MATCH_UNKNOWN_NAME;
    }

    /** The field whose name the parser has stepped to; null when the contract does not know it. */
    static @Nullable Field stoodAt(int match, JsonParser json) {
        if (match >= 0) {
            return ALL.get(match);
        }
        Field exact = BY_SPELLING.get(json.currentName());
        return exact != null ? exact : BY_SPELLING.get(json.currentName().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Field> spellings() {
        Map<String, Field> all = new HashMap<>(ALSO);
        for (Field field : values()) {
            all.put(field.wire, field);
            all.put(field.wire.toLowerCase(Locale.ROOT), field);
            all.put(field.pascal(), field);
        }
        return Map.copyOf(all);
    }
}
