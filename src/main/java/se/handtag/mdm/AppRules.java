package se.handtag.mdm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The API's rules for an app. Source: A3 and the paragraph below the table of operations. */
final class AppRules {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private AppRules() {}

    static List<Violation> violations(NewApp app) {
        List<Violation> found = new ArrayList<>();
        missing(app.name(), Violation.APP_NAME_MISSING, found);
        missing(app.company(), Violation.APP_COMPANY_MISSING, found);
        missing(app.packageId(), Violation.APP_PACKAGE_ID_MISSING, found);
        missing(app.versionText(), Violation.APP_VERSION_MISSING, found);
        if (app.platform() == null || app.platform() == Platform.UNKNOWN) {
            found.add(Violation.APP_PLATFORM_MISSING);
        }
        if (app.size() == null) {
            found.add(Violation.APP_SIZE_MISSING);
        } else if (app.size() < 0) {
            found.add(Violation.APP_SIZE_NEGATIVE);
        }
        store(app, found);
        image(app, found);
        return List.copyOf(found);
    }

    private static void store(NewApp app, List<Violation> found) {
        Store store = app.store() == null ? Store.UNKNOWN : app.store();
        Platform platform = app.platform() == null ? Platform.UNKNOWN : app.platform();
        String storeId = app.storeId() == null ? "" : app.storeId();
        if (store == Store.UNKNOWN) {
            found.add(Violation.APP_STORE_MISSING);
        } else if (!sells(store, platform)) {
            found.add(Violation.APP_PLATFORM_NOT_IN_STORE);
        }
        if (storeId.isBlank()) {
            found.add(Violation.APP_STORE_ID_MISSING);
        } else if (store == Store.APP_STORE && !NUMBER.matcher(storeId).matches()) {
            found.add(Violation.APP_STORE_ID_NOT_A_NUMBER);
        } else if (store == Store.PLAY && !storeId.equals(app.packageId())) {
            found.add(Violation.APP_STORE_ID_NOT_PACKAGE_ID);
        } else if (store == Store.IN_HOUSE && platform == Platform.MACOS && !isPackageAddress(storeId)) {
            found.add(Violation.APP_STORE_ID_NOT_A_PACKAGE_ADDRESS);
        }
    }

    private static boolean sells(Store store, Platform platform) {
        return switch (store) {
            case APP_STORE -> platform != Platform.ANDROID;
            case PLAY -> platform == Platform.ANDROID || platform == Platform.UNKNOWN;
            case IN_HOUSE, UNKNOWN -> true;
        };
    }

    private static void image(NewApp app, List<Violation> found) {
        if (app.imageData() != null && app.imageUrl() != null) {
            found.add(Violation.APP_IMAGE_TWICE);
        } else if (app.imageData() != null) {
            if (!isPng(app.imageData())) {
                found.add(Violation.APP_IMAGE_NOT_PNG);
            }
        } else if (app.imageUrl() != null) {
            if (webAddress(app.imageUrl()) == null) {
                found.add(Violation.APP_IMAGE_ADDRESS_WRONG);
            }
        } else {
            found.add(Violation.APP_IMAGE_MISSING);
        }
    }

    private static void missing(@Nullable String text, Violation violation, List<Violation> found) {
        if (text == null || text.isBlank()) {
            found.add(violation);
        }
    }

    private static boolean isPackageAddress(String text) {
        URI address = webAddress(text);
        if (address == null || address.getPath() == null) {
            return false;
        }
        String path = address.getPath().toLowerCase(Locale.ROOT);
        return path.endsWith(".pkg") || path.endsWith(".zip");
    }

    private static @Nullable URI webAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? address : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static boolean isPng(String base64) {
        try {
            byte[] data = Base64.getDecoder().decode(base64);
            return data.length > PNG.length && Arrays.equals(data, 0, PNG.length, PNG, 0, PNG.length);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
