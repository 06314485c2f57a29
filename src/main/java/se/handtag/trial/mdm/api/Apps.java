package se.handtag.trial.mdm.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.handtag.trial.mdm.api.Operation.Received;
import se.handtag.trial.mdm.store.Store;
import se.handtag.trial.mdm.wire.Answer;
import se.handtag.trial.mdm.wire.Call;
import se.handtag.trial.mdm.wire.Refused;

/** Rows A1 to A3. */
final class Apps {
    private static final int ANDROID = 1;
    private static final int MACOS = 2;
    private static final int APP_STORE = 0;
    private static final int PLAY = 1;
    private static final int IN_HOUSE = 2;
    private static final String SELECT = """
            select id "Id", name "Name", description "Description", company "Company", package_id "PackageId", \
            version_text "VersionText", version_number "VersionNumber", platform "Platform", size "Size", \
            store "Store", store_id "StoreId", image_data "ImageData", image_url "ImageUrl" from apps""";

    private final Store store;

    Apps(Store store) {
        this.store = store;
    }

    List<Operation> operations() {
        return List.of(
                Operation.get("A1", "apps", _ -> store.array(SELECT + " order by id", List.of())),
                Operation.get("A2", "apps/{id}", this::one),
                Operation.post("A3", "apps", this::addOrUpdate));
    }

    private Answer one(Received received) {
        byte[] app = store.object(SELECT + " where id = ?", List.of(received.id()));
        if (app == null) {
            throw Refused.unknown("There is no app " + received.id() + ".");
        }
        return Answer.json(app);
    }

    private Answer addOrUpdate(Received received) {
        Fields fields = received.fields(
                "name",
                "description",
                "company",
                "packageId",
                "versionText",
                "versionNumber",
                "platform",
                "size",
                "store",
                "storeId",
                "imageData",
                "imageUrl");
        String packageId = fields.requiredText("packageId");
        int platform = between(fields, "platform", 3);
        int shop = between(fields, "store", 2);
        String storeId = fields.requiredText("storeId");
        Long size = fields.longInteger("size");
        if (size == null || size < 0) {
            throw Refused.malformed("The field size must be the app's size in bytes.");
        }
        refuseWrongStore(platform, shop, storeId, packageId);
        return Answer.id(store.sql(
                        """
                        insert into apps (name, description, company, package_id, version_text, version_number, platform,
                            size, store, store_id, image_data, image_url)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (package_id, platform, store) do update set name = excluded.name,
                            description = coalesce(excluded.description, apps.description), company = excluded.company,
                            version_text = excluded.version_text,
                            version_number = coalesce(excluded.version_number, apps.version_number),
                            size = excluded.size, store_id = excluded.store_id, image_data = excluded.image_data,
                            image_url = excluded.image_url
                        returning id""",
                        fields.requiredText("name"),
                        fields.text("description"),
                        fields.requiredText("company"),
                        packageId,
                        fields.requiredText("versionText"),
                        fields.longInteger("versionNumber"),
                        platform,
                        size,
                        shop,
                        storeId,
                        image(fields),
                        imageUrl(fields))
                .query(Integer.class)
                .single());
    }

    private static int between(Fields fields, String name, int highest) {
        int number = fields.requiredInteger(name);
        if (number < 0 || number > highest) {
            throw Refused.malformed("The field " + name + " must be 0 to " + highest + ".");
        }
        return number;
    }

    private static void refuseWrongStore(int platform, int shop, String storeId, String packageId) {
        if (shop == APP_STORE && platform == ANDROID || shop == PLAY && platform != ANDROID) {
            throw Refused.malformed("The fields store and platform do not fit each other.");
        }
        if (shop == APP_STORE && !storeId.matches("[0-9]{1,20}")) {
            throw Refused.malformed("The field storeId must be the app's number in App Store.");
        }
        if (shop == PLAY && !storeId.equals(packageId)) {
            throw Refused.malformed("The field storeId must be the same as packageId.");
        }
        if (shop == IN_HOUSE && platform == MACOS && !isPackageUrl(storeId)) {
            throw Refused.malformed("The field storeId must be the URL of a .pkg or .zip file.");
        }
    }

    private static boolean isPackageUrl(String text) {
        URI uri = webAddress(text);
        if (uri == null || uri.getPath() == null) {
            return false;
        }
        String path = uri.getPath().toLowerCase(Locale.ROOT);
        return path.endsWith(".pkg") || path.endsWith(".zip");
    }

    private static @Nullable URI webAddress(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    private static @Nullable String image(Fields fields) {
        if (fields.has("imageData") == fields.has("imageUrl")) {
            throw Refused.malformed("Exactly one of the fields imageData and imageUrl must be given.");
        }
        String data = fields.text("imageData", Call.LARGEST_BODY);
        if (data == null) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(data);
            byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
            if (bytes.length > png.length && Arrays.equals(bytes, 0, png.length, png, 0, png.length)) {
                return data;
            }
        } catch (IllegalArgumentException notBase64) {
            throw Refused.malformed("The field imageData must be base64.");
        }
        throw Refused.malformed("The field imageData must be a PNG image.");
    }

    private static @Nullable String imageUrl(Fields fields) {
        String url = fields.text("imageUrl");
        if (url != null && Objects.isNull(webAddress(url))) {
            throw Refused.malformed("The field imageUrl must be a URL.");
        }
        return url;
    }
}
