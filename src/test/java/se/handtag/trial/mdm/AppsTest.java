package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppsTest extends WithMdm {
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** An app for Android in Play, with parts replaced: each as {@code "field":value}, or only the field to take away. */
    private static String app(String... changes) {
        String app = """
                {"name":"Karta","description":"Visar vägen","company":"Kart AB","packageId":"se.kart","versionText":"2.0",
                "versionNumber":20,"platform":1,"size":5000000000,"store":1,"storeId":"se.kart",
                "imageUrl":"https://bild.example/karta.png"}""".replace("\n", "");
        for (String change : changes) {
            String field = change.split(":", 2)[0];
            app = app.replaceFirst(field + ":(\"[^\"]*\"|[0-9]+),?", "").replace(",}", "}");
            if (change.contains(":")) {
                app = app.substring(0, app.length() - 1) + "," + change + "}";
            }
        }
        return app;
    }

    @Test
    void adds_an_app_and_answers_it_with_the_contracts_fields() {
        int id = call().post("/apps", app()).id();
        assertThat(call().get("/apps/" + id).ok().body())
                .isEqualTo("{\"Id\":" + id
                        + ",\"Name\":\"Karta\",\"Description\":\"Visar vägen\",\"Company\":\"Kart AB\","
                        + "\"PackageId\":\"se.kart\",\"VersionText\":\"2.0\",\"VersionNumber\":20,\"Platform\":1,"
                        + "\"Size\":5000000000,\"Store\":1,\"StoreId\":\"se.kart\",\"ImageData\":null,"
                        + "\"ImageUrl\":\"https://bild.example/karta.png\"}");
    }

    @Test
    void updates_the_app_with_the_same_package_platform_and_store() {
        int id = call().post("/apps", app()).id();
        int again = call().post(
                        "/apps",
                        app(
                                "\"versionText\":\"2.1\"",
                                "\"description\"",
                                "\"imageUrl\"",
                                "\"imageData\":\"" + PNG + "\""))
                .id();
        assertThat(again).isEqualTo(id);
        assertThat(call().get("/apps/" + id).ok().body())
                .contains(
                        "\"VersionText\":\"2.1\"",
                        "\"Description\":\"Visar vägen\"",
                        "\"ImageUrl\":null",
                        "\"ImageData\":\"" + PNG);
    }

    @Test
    void adds_another_app_when_the_platform_differs() {
        int android = call().post("/apps", app()).id();
        int ios = call().post("/apps", app("\"platform\":0", "\"store\":0", "\"storeId\":\"123\""))
                .id();
        assertThat(ios).isNotEqualTo(android);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "name"                                | name is missing
                    "company"                             | company is missing
                    "packageId"                           | packageId is missing
                    "versionText"                         | versionText is missing
                    "platform"                            | platform is missing
                    "size"                                | size must be
                    "store"                               | store is missing
                    "storeId"                             | storeId is missing
                    "imageUrl"                            | Exactly one
                    "imageData":"AAAA"                    | Exactly one
                    "platform":4                          | platform must be 0 to 3
                    "store":3                             | store must be 0 to 2
                    "store":-1                            | store must be 0 to 2
                    "size":-1                             | size must be
                    "size":1.5                            | size must be a whole number
                    "platform":"1"                        | platform must be a whole number
                    "platform":0                          | do not fit
                    "store":0                             | do not fit
                    "storeId":"se.annan"                  | same as packageId
                    "imageUrl":"bild"                     | imageUrl must be a URL
                    "imageUrl":"javascript:alert(1)"      | imageUrl must be a URL
                    """)
    void refuses_an_app_that_breaks_a_rule(String change, String words) {
        refused(call().post("/apps", app(change)), 400, words);
    }

    @Test
    void refuses_an_image_that_is_no_png() {
        refused(call().post("/apps", app("\"imageUrl\"", "\"imageData\":\"%%%\"")), 400, "base64");
        refused(call().post("/apps", app("\"imageUrl\"", "\"imageData\":\"R0lGODlhAQABAAAAACw=\"")), 400, "PNG");
    }

    @Test
    void an_app_store_id_is_a_number() {
        refused(call().post("/apps", app("\"platform\":0", "\"store\":0")), 400, "number in App Store");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/a.pkg, true",
        "https://x.example/a.ZIP?v=1, true",
        "https://x.example/a.dmg, false",
        "a.pkg, false",
        "ftp://x.example/a.pkg, false"
    })
    void an_in_house_mac_app_is_the_url_of_a_package(String storeId, boolean accepted) {
        var reply = call().post("/apps", app("\"platform\":2", "\"store\":2", "\"storeId\":\"" + storeId + "\""));
        assertThat(reply.status()).isEqualTo(accepted ? 200 : 400);
    }

    @Test
    void knows_no_app_that_is_not_there() {
        refused(call().get("/apps/99"), 404, "no app 99");
    }
}
