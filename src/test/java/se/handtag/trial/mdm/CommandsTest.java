package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices make of what they are told. */
class CommandsTest extends WithMdm {
    private void tell(String device, String command) {
        assertThat(call().post("/devices/" + device + "/" + command).ok().body())
                .isEmpty();
    }

    private void tell(String device, String command, String body) {
        assertThat(call().post("/devices/" + device + "/" + command, body).ok().body())
                .isEmpty();
    }

    @Test
    void nothing_happens_before_the_device_makes_contact() {
        tell(IPHONE, "lockdevice");
        assertThat(really(IPHONE).get("locked").booleanValue()).isFalse();
        assertThat(latestCommand(IPHONE)).isEqualTo("waiting");
        mdm.tick();
        assertThat(really(IPHONE).get("locked").booleanValue()).isTrue();
        assertThat(journal())
                .containsExactly("queued lockdevice", "received C4", "done lockdevice: the screen is locked");
    }

    @Test
    void commands_are_carried_out_in_the_order_they_came() {
        tell(IPHONE, "lockdevice");
        tell(IPHONE, "clearpasscode");
        tell(IPHONE, "inventorydevice");
        mdm.tick();
        assertThat(journal().stream().filter(line -> line.startsWith("done")))
                .containsExactly(
                        "done lockdevice: the screen is locked",
                        "done clearpasscode: the passcode is gone",
                        "done inventorydevice: reported 1 apps");
    }

    @ParameterizedTest
    @CsvSource({
        "lockdevice, 11111111-1111-4111-8111-111111111111, done: the screen is locked",
        "lockdevice, 33333333-3333-4333-8333-333333333333, done: the screen is locked",
        "lockdevice, 55555555-5555-4555-8555-555555555555, failed: a Mac is locked with a PIN",
        "lockdevice, 66666666-6666-4666-8666-666666666666, failed: an Apple TV cannot be locked",
        "clearpasscode, 11111111-1111-4111-8111-111111111111, done: the passcode is gone",
        "clearpasscode, 33333333-3333-4333-8333-333333333333, done: the passcode is gone",
        "clearpasscode, 44444444-4444-4444-8444-444444444444, failed: the passcode belongs to the owner",
        "clearpasscode, 55555555-5555-4555-8555-555555555555, failed: the passcode of this platform",
        "clearpasscode, 66666666-6666-4666-8666-666666666666, failed: the passcode of this platform",
        "wipedevice, 11111111-1111-4111-8111-111111111111, 'done: erased, back to factory'",
        "wipedevice, 33333333-3333-4333-8333-333333333333, 'done: erased, back to factory'",
        "wipedevice, 44444444-4444-4444-8444-444444444444, done: the work profile is erased",
        "wipedevice, 55555555-5555-4555-8555-555555555555, 'done: erased, back to factory'",
        "wipedevice, 66666666-6666-4666-8666-666666666666, 'done: erased, back to factory'",
        "inventorydevice, 66666666-6666-4666-8666-666666666666, done: reported 0 apps"
    })
    void each_platform_does_what_it_can_and_fails_at_the_rest(String command, String device, String outcome) {
        tell(device, command);
        mdm.tick();
        assertThat(latestCommand(device)).startsWith(outcome);
    }

    @Test
    void inventory_is_seen_through_the_api_and_contact_too() {
        clock.pass(Duration.ofMinutes(10));
        tell(IPHONE, "inventorydevice");
        mdm.tick();
        assertThat(call().get("/devices/" + IPHONE).ok().body())
                .contains("\"LastContact\":\"2026-03-02T08:10:00Z\",\"LastInventory\":\"2026-03-02T08:10:00Z\"");
        assertThat(call().get("/devices/" + ANDROID).ok().body()).contains("\"LastContact\":\"2026-03-02T08:10:00Z\"");
        assertThat(call().get("/devices/" + OFFLINE).ok().body())
                .doesNotContain("\"LastContact\":\"2026-03-02T08:10:00Z\"");
    }

    @Test
    void clearing_the_passcode_opens_the_device_until_its_owner_sets_a_new_one_within_the_hour() {
        tell(IPHONE, "lockdevice");
        tell(IPHONE, "clearpasscode");
        mdm.tick();
        assertThat(really(IPHONE).get("passcode").booleanValue()).isFalse();
        assertThat(really(IPHONE).get("locked").booleanValue()).isFalse();
        clock.pass(Duration.ofMinutes(61));
        mdm.tick();
        assertThat(really(IPHONE).get("passcode").booleanValue()).isTrue();
        assertThat(journal()).endsWith("owner the owner set a new passcode");
    }

    @Test
    void a_message_is_shown_on_the_screen_as_it_was_written() {
        tell(IPHONE, "sendmessage", "{\"Message\":\"Hej! <b>Ring</b> 031-00 00 00 \uD83D\uDCF1\"}");
        mdm.tick();
        assertThat(really(IPHONE).get("message").asString()).isEqualTo("Hej! <b>Ring</b> 031-00 00 00 \uD83D\uDCF1");
    }

    @Test
    void a_wiped_device_has_nothing_left_and_makes_no_contact() {
        tell(IPHONE, "wipedevice");
        tell(IPHONE, "lockdevice");
        mdm.tick();
        assertThat(appsOn(IPHONE)).isEmpty();
        assertThat(really(IPHONE).get("online").booleanValue()).isFalse();
        assertThat(really(IPHONE).get("enrolled").booleanValue()).isFalse();
        assertThat(really(IPHONE).get("passcode").booleanValue()).isFalse();
        assertThat(latestCommand(IPHONE)).isEqualTo("lapsed: the device was erased");
        call().get("/devices/" + IPHONE).ok();
    }

    @Test
    void a_wiped_device_that_is_set_up_anew_obeys_again() {
        tell(IPHONE, "wipedevice");
        mdm.tick();
        tell(IPHONE, "lockdevice");
        mdm.tick();
        assertThat(latestCommand(IPHONE)).isEqualTo("waiting");
        call().tell("/devices/" + IPHONE + "/online", null).ok();
        mdm.tick();
        assertThat(latestCommand(IPHONE)).isEqualTo("done: the screen is off; there is no passcode to open it with");
    }

    @Test
    void a_wiped_work_profile_leaves_what_is_private() {
        tell(OWN_ANDROID, "wipedevice");
        mdm.tick();
        assertThat(appsOn(OWN_ANDROID)).isEmpty();
        assertThat(really(OWN_ANDROID).get("passcode").booleanValue()).isTrue();
    }

    @Test
    void a_licence_installs_silently_on_a_supervised_device() {
        tell(IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        mdm.tick();
        assertThat(appsOn(IPHONE)).contains("com.example.draw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"appId\":2}", "{\"appId\":2,\"vpp\":false}"})
    void without_a_licence_the_owner_is_asked_first(String body) {
        tell(IPHONE, "installapp", body);
        mdm.tick();
        assertThat(latestCommand(IPHONE)).startsWith("asked");
        assertThat(appsOn(IPHONE)).doesNotContain("com.example.draw");
        mdm.tick();
        assertThat(latestCommand(IPHONE)).startsWith("done");
        assertThat(appsOn(IPHONE)).contains("com.example.draw");
    }

    @Test
    void an_unsupervised_device_asks_even_with_a_licence() {
        tell(OWN_IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        mdm.tick();
        assertThat(latestCommand(OWN_IPHONE)).startsWith("asked");
    }

    @Test
    void licences_run_out_and_come_back_when_the_app_is_removed() {
        tell(IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        mdm.tick();
        tell(OWN_IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        mdm.tick();
        assertThat(latestCommand(OWN_IPHONE)).isEqualTo("failed: no VPP licence of com.example.draw is left");
        tell(IPHONE, "removeapp", "{\"identifier\":\"com.example.draw\"}");
        mdm.tick();
        tell(OWN_IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        mdm.tick();
        mdm.tick();
        assertThat(appsOn(OWN_IPHONE)).contains("com.example.draw");
    }

    @Test
    void a_device_that_has_the_licence_needs_no_second_one() {
        tell(IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        tell(IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        mdm.tick();
        assertThat(latestCommand(IPHONE)).startsWith("done");
    }

    @Test
    void a_wipe_gives_the_licence_back() {
        tell(IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        tell(IPHONE, "wipedevice");
        mdm.tick();
        tell(OWN_IPHONE, "installapp", "{\"appId\":2,\"vpp\":true}");
        mdm.tick();
        assertThat(latestCommand(OWN_IPHONE)).startsWith("asked");
    }

    @ParameterizedTest
    @CsvSource({
        "11111111-1111-4111-8111-111111111111, 3, failed: com.example.mail is not for this platform",
        "33333333-3333-4333-8333-333333333333, 1, failed: com.example.mail is not for this platform",
        "11111111-1111-4111-8111-111111111111, 4, done: installed se.foretaget.egen",
        "33333333-3333-4333-8333-333333333333, 3, done: installed com.example.mail",
        "55555555-5555-4555-8555-555555555555, 5, done: installed se.foretaget.mac"
    })
    void an_app_is_installed_only_on_its_own_platform(String device, int app, String outcome) {
        tell(device, "installapp", "{\"appId\":" + app + "}");
        mdm.tick();
        assertThat(latestCommand(device)).isEqualTo(outcome);
    }

    @Test
    void an_in_house_app_has_no_licences_and_android_knows_none() {
        tell(IPHONE, "installapp", "{\"appId\":4,\"vpp\":true}");
        tell(ANDROID, "installapp", "{\"appId\":3,\"vpp\":true}");
        mdm.tick();
        assertThat(latestCommand(IPHONE)).startsWith("failed: se.foretaget.egen is not from App Store");
        assertThat(latestCommand(ANDROID)).isEqualTo("done: installed com.example.mail");
    }

    @Test
    void removes_an_app_that_is_managed_and_fails_when_it_is_not_there() {
        tell(IPHONE, "removeapp", "{\"identifier\":\"com.example.mail\"}");
        mdm.tick();
        assertThat(appsOn(IPHONE)).isEmpty();
        tell(IPHONE, "removeapp", "{\"identifier\":\"com.example.mail\"}");
        mdm.tick();
        assertThat(latestCommand(IPHONE)).isEqualTo("failed: com.example.mail is not installed");
    }

    @Test
    void refuses_commands_whose_input_is_wrong() {
        refused(call().post("/devices/" + IPHONE + "/installapp", "{}"), 400, "appId is missing");
        refused(call().post("/devices/" + IPHONE + "/installapp", "{\"appId\":99}"), 400, "no app 99");
        refused(
                call().post("/devices/" + IPHONE + "/installapp", "{\"appId\":1,\"vpp\":\"true\"}"),
                400,
                "vpp must be");
        refused(call().post("/devices/" + IPHONE + "/removeapp", "{}"), 400, "identifier is missing");
        refused(call().post("/devices/" + IPHONE + "/sendmessage", "{\"message\":\" \"}"), 400, "message is missing");
        refused(call().post("/devices/" + IPHONE + "/sendmessage"), 400, "object is missing");
        refused(call().post("/devices/" + IPHONE + "/lockdevice", "{\"pin\":\"1234\"}"), 400, "no field pin");
        refused(call().post("/devices/" + IPHONE + "/explode"), 404, "no such address");
        mdm.tick();
        assertThat(journal()).allMatch(line -> line.startsWith("refused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " "})
    void a_command_without_input_may_bring_an_empty_one(String body) {
        tell(IPHONE, "lockdevice", body);
    }
}
