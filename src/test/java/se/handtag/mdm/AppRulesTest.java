package se.handtag.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.handtag.mdm.Violation.APP_COMPANY_MISSING;
import static se.handtag.mdm.Violation.APP_IMAGE_ADDRESS_WRONG;
import static se.handtag.mdm.Violation.APP_IMAGE_MISSING;
import static se.handtag.mdm.Violation.APP_IMAGE_NOT_PNG;
import static se.handtag.mdm.Violation.APP_IMAGE_TWICE;
import static se.handtag.mdm.Violation.APP_NAME_MISSING;
import static se.handtag.mdm.Violation.APP_PACKAGE_ID_MISSING;
import static se.handtag.mdm.Violation.APP_PLATFORM_MISSING;
import static se.handtag.mdm.Violation.APP_PLATFORM_NOT_IN_STORE;
import static se.handtag.mdm.Violation.APP_SIZE_MISSING;
import static se.handtag.mdm.Violation.APP_SIZE_NEGATIVE;
import static se.handtag.mdm.Violation.APP_STORE_ID_MISSING;
import static se.handtag.mdm.Violation.APP_STORE_ID_NOT_A_NUMBER;
import static se.handtag.mdm.Violation.APP_STORE_ID_NOT_A_PACKAGE_ADDRESS;
import static se.handtag.mdm.Violation.APP_STORE_ID_NOT_PACKAGE_ID;
import static se.handtag.mdm.Violation.APP_STORE_MISSING;
import static se.handtag.mdm.Violation.APP_VERSION_MISSING;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for an app, each named when it is broken. */
class AppRulesTest {

    private static NewApp stored(Platform platform, Store store, String storeId) {
        return new NewApp(
                "Plock",
                null,
                "Fjällräv",
                "se.fjallrav.plock",
                "1",
                null,
                platform,
                1L,
                store,
                storeId,
                Samples.png(),
                null);
    }

    private static NewApp pictured(@Nullable String data, @Nullable String url) {
        return new NewApp(
                "Plock", null, "Fjällräv", "se.x", "1", null, Platform.ANDROID, 1L, Store.PLAY, "se.x", data, url);
    }

    @Test
    void a_whole_app_breaks_none() {
        assertThat(Samples.app().violations()).isEmpty();
        assertThat(stored(Platform.IOS, Store.APP_STORE, "1234567890").violations())
                .isEmpty();
        assertThat(stored(Platform.TVOS, Store.APP_STORE, "1").violations()).isEmpty();
        assertThat(stored(Platform.IOS, Store.IN_HOUSE, "plock-4").violations()).isEmpty();
    }

    @Test
    void an_empty_app_breaks_all_at_once() {
        assertThat(new NewApp(null, null, " ", null, null, null, null, null, null, null, null, null).violations())
                .containsExactly(
                        APP_NAME_MISSING,
                        APP_COMPANY_MISSING,
                        APP_PACKAGE_ID_MISSING,
                        APP_VERSION_MISSING,
                        APP_PLATFORM_MISSING,
                        APP_SIZE_MISSING,
                        APP_STORE_MISSING,
                        APP_STORE_ID_MISSING,
                        APP_IMAGE_MISSING);
    }

    @Test
    void an_unknown_platform_or_store_cannot_be_sent() {
        assertThat(stored(Platform.UNKNOWN, Store.UNKNOWN, "1").violations())
                .containsExactly(APP_PLATFORM_MISSING, APP_STORE_MISSING);
    }

    @Test
    void a_size_is_not_negative() {
        NewApp app = new NewApp(
                "Plock", null, "F", "se.x", "1", null, Platform.ANDROID, -1L, Store.PLAY, "se.x", Samples.png(), null);
        assertThat(app.violations()).containsExactly(APP_SIZE_NEGATIVE);
    }

    @Test
    void the_app_store_knows_apps_by_number_and_none_for_android() {
        assertThat(stored(Platform.IOS, Store.APP_STORE, "se.fjallrav.plock").violations())
                .containsExactly(APP_STORE_ID_NOT_A_NUMBER);
        assertThat(stored(Platform.ANDROID, Store.APP_STORE, "1").violations())
                .containsExactly(APP_PLATFORM_NOT_IN_STORE);
    }

    @Test
    void play_knows_apps_by_their_package_id_and_none_for_apple() {
        assertThat(stored(Platform.ANDROID, Store.PLAY, "se.fjallrav.annan").violations())
                .containsExactly(APP_STORE_ID_NOT_PACKAGE_ID);
        assertThat(stored(Platform.MACOS, Store.PLAY, "se.fjallrav.plock").violations())
                .containsExactly(APP_PLATFORM_NOT_IN_STORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://paket.fjallrav.se/plock.pkg",
                "https://paket.fjallrav.se/plock.ZIP?v=4",
                "http://10.0.0.7:81/a.pkg"
            })
    void an_in_house_app_for_macos_has_the_address_of_a_package(String address) {
        assertThat(stored(Platform.MACOS, Store.IN_HOUSE, address).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plock.pkg",
                "https://paket.fjallrav.se/plock.dmg",
                "ftp://paket.fjallrav.se/plock.pkg",
                "https:///plock.pkg",
                "https://paket fjallrav/plock.pkg"
            })
    void anything_else_is_not_the_address_of_a_package(String address) {
        assertThat(stored(Platform.MACOS, Store.IN_HOUSE, address).violations())
                .containsExactly(APP_STORE_ID_NOT_A_PACKAGE_ADDRESS);
    }

    @Test
    void exactly_one_picture_goes_with_it() {
        assertThat(pictured(Samples.png(), null).violations()).isEmpty();
        assertThat(pictured(null, "https://bilder.fjallrav.se/plock.png").violations())
                .isEmpty();
        assertThat(pictured(null, null).violations()).containsExactly(APP_IMAGE_MISSING);
        assertThat(pictured(Samples.png(), "https://bilder.fjallrav.se/plock.png")
                        .violations())
                .containsExactly(APP_IMAGE_TWICE);
        assertThat(pictured("inte base64!", null).violations()).containsExactly(APP_IMAGE_NOT_PNG);
        assertThat(pictured("R0lGODlhAQABAAAAACw=", null).violations()).containsExactly(APP_IMAGE_NOT_PNG);
        assertThat(pictured(null, "plock.png").violations()).containsExactly(APP_IMAGE_ADDRESS_WRONG);
    }

    @Test
    void nothing_is_sent_of_what_breaks_a_rule() throws IOException {
        try (ScriptedServer server = new ScriptedServer();
                Mdm mdm = Clients.bare(server.url())) {
            assertThatThrownBy(() -> mdm.area(Apps.class).put(pictured(null, null)))
                    .isInstanceOfSatisfying(MdmException.Invalid.class, invalid -> {
                        assertThat(invalid.violations()).containsExactly(APP_IMAGE_MISSING);
                        assertThat(invalid.certainlyNotDone()).isTrue();
                    });
            assertThatThrownBy(() ->
                            mdm.area(DeviceCommands.class).send(Samples.PHONE, new DeviceCommand.SendMessage(" ")))
                    .isInstanceOf(MdmException.Invalid.class);
            assertThatThrownBy(() -> mdm.area(Groups.class).add(new NewGroup("Lager\uD83E")))
                    .isInstanceOf(MdmException.Invalid.class);
            assertThat(server.received()).isEmpty();
        }
    }
}
