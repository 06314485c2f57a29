package se.handtag.trial.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DevicesTest extends WithMdm {
    private List<String> serialNumbers(String path) {
        var numbers = new ArrayList<String>();
        for (JsonNode device : json(call().get(path).ok().body())) {
            numbers.add(device.get("SerialNumber").asString());
        }
        return numbers;
    }

    @Test
    void answers_a_device_with_the_contracts_fields_and_no_others() {
        JsonNode device = json(call().get("/devices/" + IPHONE).ok().body());
        assertThat(device.propertyNames())
                .containsExactly(
                        "Id",
                        "SerialNumber",
                        "UserId",
                        "GroupId",
                        "Name",
                        "Model",
                        "Platform",
                        "OsVersion",
                        "LastContact",
                        "LastInventory");
        assertThat(Instant.parse(device.get("LastContact").asString())).isEqualTo("2026-03-02T07:56:00Z");
        assertThat(device.get("Platform").intValue()).isZero();
    }

    @Test
    void the_guid_is_the_36_characters_after_the_first_field() {
        assertThat(call().get("/devices?serialNumber=SNIPHONE1").ok().body()).startsWith("[{\"Id\":\"" + IPHONE + "\"");
    }

    @Test
    void finds_a_device_by_its_guid_in_any_case() {
        String id = call().get("/devices?serialNumber=SNMAC1").ok().body().substring(8, 44);
        call().get("/DEVICES/" + id.toUpperCase(Locale.ROOT)).ok();
    }

    @ParameterizedTest
    @CsvSource({
        "serialNumber=sniphone1, SNIPHONE1",
        "userId=2&serialNumber=SNANDROID1, SNANDROID1",
        "tagId=3, SNIPHONE1",
        "accountName=anna&tagId=3&groupId=2&userId=1&serialNumber=SNIPHONE1, SNIPHONE1"
    })
    void finds_devices_by_any_combination(String query, String serialNumber) {
        assertThat(serialNumbers("/devices?" + query)).containsExactly(serialNumber);
    }

    @Test
    void finds_all_devices_of_a_user_an_account_and_a_group() {
        assertThat(serialNumbers("/devices?userId=2")).containsExactlyInAnyOrder("SNANDROID1", "SNANDROID2", "SNTV1");
        assertThat(serialNumbers("/devices?accountName=BO")).hasSize(3);
        assertThat(serialNumbers("/devices?groupId=2")).hasSize(7);
        assertThat(serialNumbers("/devices?groupId=5")).isEmpty();
    }

    @Test
    void gives_a_device_to_another_user_and_reconfigures_it() {
        call().put("/devices/" + IPHONE, "{\"userId\":2}").ok();
        assertThat(call().get("/devices/" + IPHONE).ok().body()).contains("\"UserId\":2");
        assertThat(reconfigured()).isEqualTo(1);
    }

    @Test
    void the_same_user_again_reconfigures_nothing() {
        call().put("/devices/" + IPHONE, "{\"userId\":1}").ok();
        assertThat(reconfigured()).isZero();
    }

    @Test
    void a_user_with_the_same_group_and_tags_needs_no_reconfiguring() {
        int twin =
                call().post("/users", "{\"name\":\"Tvilling\",\"groupId\":2}").id();
        call().put("/devices/" + ANDROID, "{\"userId\":" + twin + "}").ok();
        assertThat(call().get("/devices/" + ANDROID).ok().body()).contains("\"UserId\":" + twin);
        assertThat(reconfigured()).isZero();
    }

    @Test
    void refuses_a_user_that_is_not_there() {
        refused(call().put("/devices/" + IPHONE, "{\"userId\":99}"), 400, "no user 99");
    }

    @Test
    void nothing_but_the_user_can_be_changed() {
        refused(call().put("/devices/" + IPHONE, "{\"name\":\"Ny\"}"), 400, "no field name");
    }

    @Test
    void knows_no_device_that_is_not_there() {
        refused(call().get("/devices/" + NOBODY), 404, "no device");
        refused(call().put("/devices/" + NOBODY, "{\"userId\":1}"), 404, "no device");
        refused(call().post("/devices/" + NOBODY + "/lockdevice"), 404, "no device");
    }

    @Test
    void refuses_an_id_that_is_no_guid() {
        refused(call().get("/devices/17"), 400, "not a GUID");
        refused(call().post("/devices/abc/wipedevice"), 400, "not a GUID");
    }

    @Test
    void has_no_call_that_adds_or_removes_devices() {
        refused(call().post("/devices", "{}"), 405, "no POST");
        refused(call().delete("/devices/" + IPHONE), 405, "no DELETE");
    }
}
